namespace AvayaCloud.Spaces;

/// <summary>Chats, and messages of every category [wire 4.1, 4.4].</summary>
public sealed class MessageCalls
{
    /// <summary>Spaces in one call of <see cref="ListMineAsync"/> [docs D/api/users/users_me_messages].</summary>
    public const int MaxSpaces = 15;

    private readonly ApiCaller _caller;
    private readonly IMessagesApi _api;

    internal MessageCalls(ApiCaller caller) => (_caller, _api) = (caller, caller.Api<IMessagesApi>());

    /// <summary>[seed 3 spaces.chat.create]</summary>
    public Task<SpacesOutcome<Message>> SendChatAsync(string spaceId, NewChat chat, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(chat);
        return _caller.GetObjectAsync([spaceId], () => _api.SendChatAsync(spaceId, chat.ToRequest(), cancellationToken), cancellationToken);
    }

    /// <summary>All that was said in a space, the newest first, page by page [seed 3 spaces.chat.read].</summary>
    public IAsyncEnumerable<SpacesOutcome<Page<Message>>> ListAsync(
        string spaceId, int? size = null, CancellationToken cancellationToken = default) =>
        _caller.PaginateAsync([spaceId], () => _api.GetByReferenceAsync(spaceId, size, after: null, cancellationToken), cancellationToken);

    /// <summary>What fits a question, page by page [docs D/api/spaces/spaces_spaceid_messages_query].</summary>
    public IAsyncEnumerable<SpacesOutcome<Page<Message>>> QueryAsync(
        string spaceId, MessageQuery query, CancellationToken cancellationToken = default)
    {
        var parameters = MessageQueryParameters.From(query);
        return _caller.PaginateAsync([spaceId], () => _api.QueryAsync(spaceId, parameters, cancellationToken), cancellationToken);
    }

    /// <summary>[repo LT archive/restapi/paths.yaml]</summary>
    public Task<SpacesOutcome<Message>> GetAsync(string messageId, CancellationToken cancellationToken = default) =>
        _caller.GetObjectAsync([messageId], () => _api.GetAsync(messageId, cancellationToken), cancellationToken);

    /// <summary>A post or a task, or one's own chat [seed 3 spaces.messages.write].</summary>
    public Task<SpacesOutcome<Message>> EditAsync(string messageId, MessageEdit edit, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(edit);
        return _caller.GetObjectAsync(
            [messageId], () => _api.EditAsync(messageId, edit.ToRequest(messageId), cancellationToken), cancellationToken);
    }

    /// <summary>Chats, posts and tasks alike [repo SDK].</summary>
    public Task<SpacesOutcome<NoContent>> DeleteAsync(IEnumerable<string> messageIds, CancellationToken cancellationToken = default)
    {
        string[] ids = [.. messageIds];
        return ids.Length == 0
            ? Task.FromResult<SpacesOutcome<NoContent>>(new SpacesOutcome<NoContent>.Ok(NoContent.Value))
            : _caller.NoContentAsync(ids, () => _api.DeleteAsync(ids, cancellationToken), cancellationToken);
    }

    /// <summary>What changed in up to fifteen spaces, the latest first [docs D/api/users/users_me_messages].</summary>
    public IAsyncEnumerable<SpacesOutcome<Page<Message>>> ListMineAsync(
        IReadOnlyList<string> spaceIds, DateTimeOffset? after = null, int? size = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(spaceIds);
        if (spaceIds.Count is 0 or > MaxSpaces)
            throw new ArgumentException($"Between one and {MaxSpaces} spaces, please.", nameof(spaceIds));
        var since = after.ToWire();
        return _caller.PaginateAsync(
            spaceIds, () => _api.GetMineAsync(string.Join(',', spaceIds), size, since, cancellationToken), cancellationToken);
    }

    /// <summary>Messages with files, of all one's spaces [docs D/api/users/users_me_attachments_natives].</summary>
    public IAsyncEnumerable<SpacesOutcome<Page<Message>>> ListMyFilesAsync(
        int? size = null, CancellationToken cancellationToken = default) =>
        _caller.PaginateAsync([], () => _api.GetMyFilesAsync(size, cancellationToken), cancellationToken);
}
