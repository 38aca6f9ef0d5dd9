namespace AvayaCloud.Spaces;

/// <summary>Tasks [wire 4.1, 4.4]. They are edited, completed and deleted by <see cref="MessageCalls"/>.</summary>
public sealed class TaskCalls
{
    private readonly ApiCaller _caller;
    private readonly ITasksApi _api;

    internal TaskCalls(ApiCaller caller) => (_caller, _api) = (caller, caller.Api<ITasksApi>());

    /// <summary>[seed 3 spaces.task.read]</summary>
    public IAsyncEnumerable<SpacesOutcome<Page<Message>>> ListAsync(
        string spaceId, int? size = null, CancellationToken cancellationToken = default) =>
        _caller.PaginateAsync([spaceId], () => _api.GetAsync(spaceId, size, cancellationToken), cancellationToken);

    /// <summary>[seed 3 spaces.task.create]</summary>
    /// <param name="notify">False: the others are not told.</param>
    public Task<SpacesOutcome<Message>> CreateAsync(
        string spaceId, NewTask task, bool notify = true, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(task);
        return _caller.GetObjectAsync(
            [spaceId], () => _api.CreateAsync(spaceId, notify ? null : "false", task.ToRequest(), cancellationToken), cancellationToken);
    }

    /// <summary>What was said to it [docs D/api/messages/tasks_taskid_messages].</summary>
    public IAsyncEnumerable<SpacesOutcome<Page<Message>>> ListCommentsAsync(
        string taskId, int? size = null, CancellationToken cancellationToken = default) =>
        _caller.PaginateAsync([taskId], () => _api.GetCommentsAsync(taskId, size, cancellationToken), cancellationToken);

    /// <summary>Of all one's spaces [repo LT k6/src/join.js].</summary>
    public IAsyncEnumerable<SpacesOutcome<Page<Message>>> ListMineAsync(
        TaskState state = TaskState.Unknown, int? size = null, CancellationToken cancellationToken = default)
    {
        var status = state switch { TaskState.Pending => "pending", TaskState.Completed => "completed", _ => null };
        return _caller.PaginateAsync([], () => _api.GetMineAsync(size, status, cancellationToken), cancellationToken);
    }
}

/// <summary>Tasks [wire 4.1, 4.4]. Seed 3 reads them at <c>/task</c>, everything else at <c>/tasks</c>, which this does, too [wire
/// 7.12].</summary>
[Headers("Accept: application/json")]
internal interface ITasksApi
{
    [Get("/spaces/{spaceId}/tasks")]
    Task<IApiResponse<Page<Message>>> GetAsync(string spaceId, int? size, CancellationToken cancellationToken);

    /// <summary>[seed 3] spaces.task.create, [docs D/api/spaces/spaces_spaceid_tasks__post]</summary>
    [Post("/spaces/{spaceId}/tasks")]
    Task<IApiResponse<Envelope<Message>>> CreateAsync(
        string spaceId, string? notify, [Body] MessageRequest message, CancellationToken cancellationToken);

    [Get("/tasks/{taskId}/messages")]
    Task<IApiResponse<Page<Message>>> GetCommentsAsync(string taskId, int? size, CancellationToken cancellationToken);

    [Get("/users/me/tasks")]
    Task<IApiResponse<Page<Message>>> GetMineAsync(int? size, string? status, CancellationToken cancellationToken);
}
