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
        _caller.WalkAsync([spaceId], () => _api.GetAsync(spaceId, size, cancellationToken), cancellationToken);

    /// <summary>[seed 3 spaces.post.create]</summary>
    /// <param name="notify">False: the others are not told.</param>
    public Task<SpacesOutcome<Message>> CreateAsync(
        string spaceId, NewPost post, bool notify = true, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(post);
        return _caller.OneAsync(
            [spaceId], () => _api.CreateAsync(spaceId, notify ? null : "false", post.ToRequest(), cancellationToken), cancellationToken);
    }

    /// <summary>
    /// What was said to it [docs D/api/messages/ideas_ideaid_messages]. A comment is a chat with <see cref="NewChat.CommentOn"/>.
    /// </summary>
    public IAsyncEnumerable<SpacesOutcome<Page<Message>>> ListCommentsAsync(
        string postId, int? size = null, CancellationToken cancellationToken = default) =>
        _caller.WalkAsync([postId], () => _api.GetCommentsAsync(postId, size, cancellationToken), cancellationToken);

    /// <summary>Of all one's spaces [repo LT k6/src/join.js].</summary>
    public IAsyncEnumerable<SpacesOutcome<Page<Message>>> ListMineAsync(int? size = null, CancellationToken cancellationToken = default) =>
        _caller.WalkAsync([], () => _api.GetMineAsync(size, cancellationToken), cancellationToken);
}
