namespace AvayaCloud.Spaces;

/// <summary>Tasks [wire 4.1, 4.4]. <see cref="MessageCalls"/> edits, completes and deletes them.</summary>
public sealed class TaskCalls
{
    private readonly ApiCaller<ITasksApi> _api;

    internal TaskCalls(ApiCaller<ITasksApi> api) => _api = api;

    /// <summary>[seed 3 spaces.task.read]</summary>
    public IAsyncEnumerable<SpacesOutcome<Page<Message>>> ListAsync(
        string spaceId, int? size = null, CancellationToken cancellationToken = default) =>
        _api.PaginateAsync([spaceId], (api, ct) => api.GetAsync(spaceId, size, ct), cancellationToken);

    /// <summary>[seed 3 spaces.task.create, docs D/api/spaces/spaces_spaceid_tasks__post]</summary>
    /// <param name="notify">False to create it without notifying the others.</param>
    public Task<SpacesOutcome<Message>> CreateAsync(
        string spaceId, NewTask task, bool notify = true, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(task);
        return _api.CallForObjectAsync(
            [spaceId], (api, ct) => api.CreateAsync(spaceId, notify ? null : "false", task.ToRequest(), ct), cancellationToken);
    }

    /// <summary>The comments on a task [docs D/api/messages/tasks_taskid_messages].</summary>
    public IAsyncEnumerable<SpacesOutcome<Page<Message>>> ListCommentsAsync(
        string taskId, int? size = null, CancellationToken cancellationToken = default) =>
        _api.PaginateAsync([taskId], (api, ct) => api.GetCommentsAsync(taskId, size, ct), cancellationToken);

    /// <summary>The tasks of all of the user's spaces [repo LT k6/src/join.js].</summary>
    public IAsyncEnumerable<SpacesOutcome<Page<Message>>> ListMineAsync(
        TaskState state = TaskState.Unknown, int? size = null, CancellationToken cancellationToken = default) =>
        _api.PaginateAsync([], (api, ct) => api.GetMineAsync(size, state.ToWire(), ct), cancellationToken);
}

/// <summary>Tasks [wire 4.1, 4.4]. Seed 3 reads them at <c>/task</c>, all other sources at <c>/tasks</c> [wire 7.12].</summary>
[Headers("Accept: application/json")]
internal interface ITasksApi
{
    [Get("/spaces/{spaceId}/tasks")]
    Task<IApiResponse<Page<Message>>> GetAsync(string spaceId, int? size, CancellationToken cancellationToken);

    [Post("/spaces/{spaceId}/tasks")]
    Task<IApiResponse<Envelope<Message>>> CreateAsync(
        string spaceId, string? notify, [Body] MessageRequest message, CancellationToken cancellationToken);

    [Get("/tasks/{taskId}/messages")]
    Task<IApiResponse<Page<Message>>> GetCommentsAsync(string taskId, int? size, CancellationToken cancellationToken);

    [Get("/users/me/tasks")]
    Task<IApiResponse<Page<Message>>> GetMineAsync(int? size, string? status, CancellationToken cancellationToken);
}
