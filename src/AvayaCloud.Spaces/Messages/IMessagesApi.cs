namespace AvayaCloud.Spaces;

/// <summary>Messages of every category: chats, posts (the API calls them ideas) and tasks [wire 4.1, 4.4].</summary>
[Headers("Accept: application/json")]
internal interface IMessagesApi
{
    [Post("/spaces/{spaceId}/chats")]
    Task<IApiResponse<Envelope<Message>>> SendChatAsync(string spaceId, [Body] MessageRequest message, CancellationToken cancellationToken);

    [Get("/spaces/{spaceId}/messages/byref")]
    Task<IApiResponse<Page<Message>>> GetByReferenceAsync(
        string spaceId, int? size, [AliasAs(MessageParameters.Before)] string? before, CancellationToken cancellationToken);

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

    [Get("/spaces/{spaceId}/ideas")]
    Task<IApiResponse<Page<Message>>> GetPostsAsync(
        string spaceId, int? size, [AliasAs(MessageParameters.Before)] string? before, CancellationToken cancellationToken);

    [Post("/spaces/{spaceId}/ideas")]
    Task<IApiResponse<Envelope<Message>>> CreatePostAsync(
        string spaceId, string? notify, [Body] MessageRequest message, CancellationToken cancellationToken);

    [Get("/ideas/{postId}/messages")]
    Task<IApiResponse<Page<Message>>> GetPostCommentsAsync(
        string postId, int? size, [AliasAs(MessageParameters.Before)] string? before, CancellationToken cancellationToken);

    [Get("/users/me/ideas")]
    Task<IApiResponse<Page<Message>>> GetMyPostsAsync(int? size, CancellationToken cancellationToken);

    /// <summary>Seed 3 reads tasks at <c>/task</c>, all other sources at <c>/tasks</c> [wire 7.12].</summary>
    [Get("/spaces/{spaceId}/tasks")]
    Task<IApiResponse<Page<Message>>> GetTasksAsync(
        string spaceId, int? size, [AliasAs(MessageParameters.Before)] string? before, CancellationToken cancellationToken);

    [Post("/spaces/{spaceId}/tasks")]
    Task<IApiResponse<Envelope<Message>>> CreateTaskAsync(
        string spaceId, string? notify, [Body] MessageRequest message, CancellationToken cancellationToken);

    [Get("/tasks/{taskId}/messages")]
    Task<IApiResponse<Page<Message>>> GetTaskCommentsAsync(
        string taskId, int? size, [AliasAs(MessageParameters.Before)] string? before, CancellationToken cancellationToken);

    [Get("/users/me/tasks")]
    Task<IApiResponse<Page<Message>>> GetMyTasksAsync(int? size, string? status, CancellationToken cancellationToken);
}

internal static class MessageParameters
{
    /// <summary>In a list that is newest first, the next page has the messages before this one [docs D/guides/pagination].</summary>
    public const string Before = "nextRefObjId";
}
