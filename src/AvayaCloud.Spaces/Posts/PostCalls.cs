namespace AvayaCloud.Spaces;

/// <summary>Posts; "ideas" to the API [wire 4.1, 4.4]. They are edited and deleted by <see cref="MessageCalls"/>.</summary>
public sealed class PostCalls
{
    private readonly ApiCaller _caller;
    private readonly IPostsApi _api;

    internal PostCalls(ApiCaller caller) => (_caller, _api) = (caller, caller.Api<IPostsApi>());

    /// <summary>[seed 3 spaces.post.read]</summary>
    public IAsyncEnumerable<SpacesOutcome<Page<Message>>> ListAsync(
        string spaceId, int? size = null, CancellationToken cancellationToken = default) =>
        _caller.PaginateAsync([spaceId], () => _api.GetAsync(spaceId, size, cancellationToken), cancellationToken);

    /// <summary>[seed 3 spaces.post.create]</summary>
    /// <param name="notify">False: the others are not told.</param>
    public Task<SpacesOutcome<Message>> CreateAsync(
        string spaceId, NewPost post, bool notify = true, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(post);
        return _caller.GetObjectAsync(
            [spaceId], () => _api.CreateAsync(spaceId, notify ? null : "false", post.ToRequest(), cancellationToken), cancellationToken);
    }

    /// <summary>What was said to it [docs D/api/messages/ideas_ideaid_messages]. A comment is a chat with <see
    /// cref="NewChat.CommentOn"/>.</summary>
    public IAsyncEnumerable<SpacesOutcome<Page<Message>>> ListCommentsAsync(
        string postId, int? size = null, CancellationToken cancellationToken = default) =>
        _caller.PaginateAsync([postId], () => _api.GetCommentsAsync(postId, size, cancellationToken), cancellationToken);

    /// <summary>Of all one's spaces [repo LT k6/src/join.js].</summary>
    public IAsyncEnumerable<SpacesOutcome<Page<Message>>> ListMineAsync(int? size = null, CancellationToken cancellationToken = default) =>
        _caller.PaginateAsync([], () => _api.GetMineAsync(size, cancellationToken), cancellationToken);
}

/// <summary>Posts ("ideas" on the wire) [wire 4.1, 4.4].</summary>
[Headers("Accept: application/json")]
internal interface IPostsApi
{
    [Get("/spaces/{spaceId}/ideas")]
    Task<IApiResponse<Page<Message>>> GetAsync(string spaceId, int? size, CancellationToken cancellationToken);

    /// <summary>[seed 3] spaces.post.create, [docs D/api/spaces/spaces_spaceid_ideas__post]</summary>
    [Post("/spaces/{spaceId}/ideas")]
    Task<IApiResponse<Envelope<Message>>> CreateAsync(
        string spaceId, string? notify, [Body] MessageRequest message, CancellationToken cancellationToken);

    [Get("/ideas/{postId}/messages")]
    Task<IApiResponse<Page<Message>>> GetCommentsAsync(string postId, int? size, CancellationToken cancellationToken);

    [Get("/users/me/ideas")]
    Task<IApiResponse<Page<Message>>> GetMineAsync(int? size, CancellationToken cancellationToken);
}
