namespace AvayaCloud.Spaces;

/// <summary>Posts, which the API calls ideas [wire 4.1, 4.4]. <see cref="MessageCalls"/> edits and deletes them.</summary>
public sealed class PostCalls
{
    private readonly ApiCaller<IMessagesApi> _api;

    internal PostCalls(ApiCaller<IMessagesApi> api) => _api = api;

    /// <summary>Newest first, page by page [seed 3 spaces.post.read].</summary>
    /// <param name="before">The id of a post: only older ones.</param>
    public IAsyncEnumerable<SpacesOutcome<Page<Message>>> ListAsync(
        string spaceId, int? size = null, string? before = null, CancellationToken cancellationToken = default) =>
        _api.PaginateAsync([spaceId], (api, ct) => api.GetPostsAsync(spaceId, size, before, ct), cancellationToken);

    /// <summary>[seed 3 spaces.post.create, docs D/api/spaces/spaces_spaceid_ideas__post]</summary>
    /// <param name="notify">False to create it without notifying the others.</param>
    public Task<SpacesOutcome<Message>> CreateAsync(
        string spaceId, NewPost post, bool notify = true, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(post);
        return _api.CallForObjectAsync(
            [spaceId], (api, ct) => api.CreatePostAsync(spaceId, notify ? null : "false", post.ToRequest(), ct), cancellationToken);
    }

    /// <summary>The comments on a post, which are chats, newest first [docs D/api/messages/ideas_ideaid_messages].</summary>
    /// <param name="before">The id of a comment: only older ones.</param>
    public IAsyncEnumerable<SpacesOutcome<Page<Message>>> ListCommentsAsync(
        string postId, int? size = null, string? before = null, CancellationToken cancellationToken = default) =>
        _api.PaginateAsync([postId], (api, ct) => api.GetPostCommentsAsync(postId, size, before, ct), cancellationToken);

    /// <summary>The posts of all of the user's spaces [repo LT k6/src/join.js].</summary>
    public IAsyncEnumerable<SpacesOutcome<Page<Message>>> ListMineAsync(int? size = null, CancellationToken cancellationToken = default) =>
        _api.PaginateAsync([], (api, ct) => api.GetMyPostsAsync(size, ct), cancellationToken);
}
