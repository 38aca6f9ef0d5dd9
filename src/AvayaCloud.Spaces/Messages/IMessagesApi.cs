namespace AvayaCloud.Spaces;

/// <summary>Messages of every category [wire 4.1, 4.4].</summary>
[Headers("Accept: application/json")]
internal interface IMessagesApi
{
    [Post("/spaces/{spaceId}/chats")]
    Task<IApiResponse<Envelope<Message>>> SendChatAsync(string spaceId, [Body] MessageRequest message, CancellationToken cancellationToken);

    [Get("/spaces/{spaceId}/messages/byref")]
    Task<IApiResponse<Page<Message>>> GetByReferenceAsync(
        string spaceId, int? size, CancellationToken cancellationToken);

    [Get("/spaces/{spaceId}/messages/query")]
    Task<IApiResponse<Page<Message>>> QueryAsync(
        string spaceId, [Query] MessageQueryParameters parameters, CancellationToken cancellationToken);

    [Get("/messages/{messageId}")]
    Task<IApiResponse<Envelope<Message>>> GetAsync(string messageId, CancellationToken cancellationToken);

    [Post("/messages/{messageId}")]
    Task<IApiResponse<Envelope<Message>>> EditAsync(string messageId, [Body] MessageRequest message, CancellationToken cancellationToken);

    [Post("/messages/deletemessages")]
    Task<IApiResponse<string>> DeleteAsync([Body] IReadOnlyList<string> messageIds, CancellationToken cancellationToken);

    [Get("/users/me/messages")]
    Task<IApiResponse<Page<Message>>> GetMineAsync(
        [AliasAs("spacelist")] string spaceIds, int? size, long? after, CancellationToken cancellationToken);

    [Get("/users/me/attachments/natives")]
    Task<IApiResponse<Page<Message>>> GetMyFilesAsync(int? size, CancellationToken cancellationToken);
}
