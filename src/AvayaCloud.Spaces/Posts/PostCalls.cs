namespace AvayaCloud.Spaces;

/// <summary>Posts, which the API calls ideas [wire 4.1, 4.4]. <see cref="MessageCalls"/> edits and deletes them.</summary>
public sealed class PostCalls
{
    private readonly ApiCaller<IPostsApi> _api;

    internal PostCalls(ApiCaller<IPostsApi> api) => _api = api;

    /// <summary>[seed 3 spaces.post.read]</summary>
    public IAsyncEnumerable<SpacesOutcome<Page<Message>>> ListAsync(
        string spaceId, int? size = null, CancellationToken cancellationToken = default) =>
        _api.PaginateAsync([spaceId], (api, ct) => api.GetAsync(spaceId, size, ct), cancellationToken);

    /// <summary>[seed 3 spaces.post.create, docs D/api/spaces/spaces_spaceid_ideas__post]</summary>
    /// <param name="notify">False to create it without notifying the others.</param>
    public Task<SpacesOutcome<Message>> CreateAsync(
        string spaceId, NewPost post, bool notify = true, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(post);
        return _api.CallForObjectAsync(
            [spaceId], (api, ct) => api.CreateAsync(spaceId, notify ? null : "false", post.ToRequest(), ct), cancellationToken);
    }

    /// <summary>The comments on a post, which are chats [docs D/api/messages/ideas_ideaid_messages].</summary>
    public IAsyncEnumerable<SpacesOutcome<Page<Message>>> ListCommentsAsync(
        string postId, int? size = null, CancellationToken cancellationToken = default) =>
        _api.PaginateAsync([postId], (api, ct) => api.GetCommentsAsync(postId, size, ct), cancellationToken);

    /// <summary>The posts of all of the user's spaces [repo LT k6/src/join.js].</summary>
    public IAsyncEnumerable<SpacesOutcome<Page<Message>>> ListMineAsync(int? size = null, CancellationToken cancellationToken = default) =>
        _api.PaginateAsync([], (api, ct) => api.GetMineAsync(size, ct), cancellationToken);
}

/// <summary>Posts, which the API calls ideas [wire 4.1, 4.4].</summary>
[Headers("Accept: application/json")]
internal interface IPostsApi
{
    [Get("/spaces/{spaceId}/ideas")]
    Task<IApiResponse<Page<Message>>> GetAsync(string spaceId, int? size, CancellationToken cancellationToken);

    [Post("/spaces/{spaceId}/ideas")]
    Task<IApiResponse<Envelope<Message>>> CreateAsync(
        string spaceId, string? notify, [Body] MessageRequest message, CancellationToken cancellationToken);

    [Get("/ideas/{postId}/messages")]
    Task<IApiResponse<Page<Message>>> GetCommentsAsync(string postId, int? size, CancellationToken cancellationToken);

    [Get("/users/me/ideas")]
    Task<IApiResponse<Page<Message>>> GetMineAsync(int? size, CancellationToken cancellationToken);
}
