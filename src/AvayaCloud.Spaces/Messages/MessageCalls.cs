namespace AvayaCloud.Spaces;

/// <summary>Chats, and messages of every category [wire 4.1, 4.4].</summary>
public sealed class MessageCalls
{
    /// <summary>The number of spaces in one call of <see cref="ListMineAsync"/> [docs D/api/users/users_me_messages].</summary>
    public const int MaxSpaces = 15;

    private readonly ApiCaller<IMessagesApi> _api;

    internal MessageCalls(ApiCaller<IMessagesApi> api) => _api = api;

    /// <summary>[seed 3 spaces.chat.create, docs D/api/spaces/spaces_spaceid_chats__post]</summary>
    public Task<SpacesOutcome<Message>> SendChatAsync(string spaceId, NewChat chat, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(chat);
        return _api.CallForObjectAsync([spaceId], (api, ct) => api.SendChatAsync(spaceId, chat.ToRequest(), ct), cancellationToken);
    }

    /// <summary>All messages of a space, newest first, page by page [seed 3 spaces.chat.read] [repo LT] [repo SDK].</summary>
    /// <param name="before">The id of a message: only older ones.</param>
    public IAsyncEnumerable<SpacesOutcome<Page<Message>>> ListAsync(
        string spaceId, int? size = null, string? before = null, CancellationToken cancellationToken = default) =>
        _api.PaginateAsync([spaceId], (api, ct) => api.GetByReferenceAsync(spaceId, size, before, ct), cancellationToken);

    /// <summary>The messages that match a query, page by page [docs D/api/spaces/spaces_spaceid_messages_query].</summary>
    public IAsyncEnumerable<SpacesOutcome<Page<Message>>> QueryAsync(
        string spaceId, MessageQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        var parameters = new MessageQueryParameters(query);
        return _api.PaginateAsync([spaceId], (api, ct) => api.QueryAsync(spaceId, parameters, ct), cancellationToken);
    }

    /// <summary>[repo LT archive/restapi/paths.yaml]</summary>
    public Task<SpacesOutcome<Message>> GetAsync(string messageId, CancellationToken cancellationToken = default) =>
        _api.CallForObjectAsync([messageId], (api, ct) => api.GetAsync(messageId, ct), cancellationToken);

    /// <summary>Edits a post, a task or an own chat [seed 3 spaces.messages.write, docs D/api/messages/messages_id__post].</summary>
    public Task<SpacesOutcome<Message>> EditAsync(string messageId, MessageEdit edit, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(edit);
        return _api.CallForObjectAsync(
            [messageId], (api, ct) => api.EditAsync(messageId, edit.ToRequest(messageId), ct), cancellationToken);
    }

    /// <summary>Deletes chats, posts and tasks [repo SDK].</summary>
    public Task<SpacesOutcome<NoContent>> DeleteAsync(IEnumerable<string> messageIds, CancellationToken cancellationToken = default)
    {
        string[] ids = [.. messageIds];
        return ids.Length == 0
            ? Task.FromResult<SpacesOutcome<NoContent>>(new SpacesOutcome<NoContent>.Ok(NoContent.Value))
            : _api.CallForNoContentAsync(ids, (api, ct) => api.DeleteAsync(ids, ct), cancellationToken);
    }

    /// <summary>The latest messages of up to fifteen spaces, newest first [docs D/api/users/users_me_messages].</summary>
    public IAsyncEnumerable<SpacesOutcome<Page<Message>>> ListMineAsync(
        IReadOnlyList<string> spaceIds, DateTimeOffset? after = null, int? size = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(spaceIds);
        if (spaceIds.Count is 0 or > MaxSpaces)
            throw new ArgumentException($"Between one and {MaxSpaces} spaces are required.", nameof(spaceIds));
        var since = after?.ToUnixTimeMilliseconds();
        return _api.PaginateAsync(spaceIds, (api, ct) => api.GetMineAsync(string.Join(',', spaceIds), size, since, ct), cancellationToken);
    }

    /// <summary>Messages with files from all of the user's spaces [docs D/api/users/users_me_attachments_natives].</summary>
    public IAsyncEnumerable<SpacesOutcome<Page<Message>>> ListMyFilesAsync(
        int? size = null, CancellationToken cancellationToken = default) =>
        _api.PaginateAsync([], (api, ct) => api.GetMyFilesAsync(size, ct), cancellationToken);
}
