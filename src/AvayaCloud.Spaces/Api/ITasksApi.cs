using Refit;

namespace AvayaCloud.Spaces;

/// <summary>
/// Tasks [wire 4.1, 4.4]. Seed 3 reads them at <c>/task</c>, everything else at <c>/tasks</c>, which this does, too [wire 7.12].
/// </summary>
[Headers("Accept: application/json")]
public interface ITasksApi
{
    /// <summary>[seed 3] spaces.task.read</summary>
    [Get("/spaces/{spaceId}/tasks")]
    Task<IApiResponse<Page<Message>>> GetAsync(string spaceId, int? size, CancellationToken cancellationToken);

    /// <summary>[seed 3] spaces.task.create, [docs D/api/spaces/spaces_spaceid_tasks__post]</summary>
    [Post("/spaces/{spaceId}/tasks")]
    Task<IApiResponse<Envelope<Message>>> CreateAsync(
        string spaceId, string? notify, [Body] MessageRequest message, CancellationToken cancellationToken);

    /// <summary>[docs D/api/messages/tasks_taskid_messages]</summary>
    [Get("/tasks/{taskId}/messages")]
    Task<IApiResponse<Page<Message>>> GetCommentsAsync(string taskId, int? size, CancellationToken cancellationToken);

    /// <summary>[repo LT k6/src/join.js]</summary>
    [Get("/users/me/tasks")]
    Task<IApiResponse<Page<Message>>> GetMineAsync(int? size, string? status, CancellationToken cancellationToken);
}
