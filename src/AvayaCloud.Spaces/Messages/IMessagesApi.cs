namespace AvayaCloud.Spaces;

/// <summary>Messages of every category [wire 4.1, 4.4].</summary>
[Headers("Accept: application/json")]
internal interface IMessagesApi
{
    /// <summary>[seed 3] spaces.chat.create, [docs D/api/spaces/spaces_spaceid_chats__post]</summary>
    [Post("/spaces/{spaceId}/chats")]
    Task<IApiResponse<Envelope<Message>>> SendChatAsync(string spaceId, [Body] MessageRequest message, CancellationToken cancellationToken);

    /// <summary>[seed 3] spaces.chat.read; newest first [repo LT] [repo SDK]</summary>
    [Get("/spaces/{spaceId}/messages/byref")]
    Task<IApiResponse<Page<Message>>> GetByReferenceAsync(
        string spaceId, int? size, [AliasAs("nextRefObjId")] string? after, CancellationToken cancellationToken);

    [Get("/spaces/{spaceId}/messages/query")]
    Task<IApiResponse<Page<Message>>> QueryAsync(
        string spaceId, [Query] MessageQueryParameters parameters, CancellationToken cancellationToken);

    [Get("/messages/{messageId}")]
    Task<IApiResponse<Envelope<Message>>> GetAsync(string messageId, CancellationToken cancellationToken);

    /// <summary>[seed 3] spaces.messages.write, [docs D/api/messages/messages_id__post]</summary>
    [Post("/messages/{messageId}")]
    Task<IApiResponse<Envelope<Message>>> EditAsync(string messageId, [Body] MessageRequest message, CancellationToken cancellationToken);

    /// <summary>Chats, posts and tasks alike [repo SDK]</summary>
    [Post("/messages/deletemessages")]
    Task<IApiResponse<string>> DeleteAsync([Body] IReadOnlyList<string> messageIds, CancellationToken cancellationToken);

    [Get("/users/me/messages")]
    Task<IApiResponse<Page<Message>>> GetMineAsync(
        [AliasAs("spacelist")] string spaceIds, int? size, string? after, CancellationToken cancellationToken);

    [Get("/users/me/attachments/natives")]
    Task<IApiResponse<Page<Message>>> GetMyFilesAsync(int? size, CancellationToken cancellationToken);
}
