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
        _caller.WalkAsync([spaceId], () => _api.GetAsync(spaceId, size, cancellationToken), cancellationToken);

    /// <summary>[seed 3 spaces.task.create]</summary>
    /// <param name="notify">False: the others are not told.</param>
    public Task<SpacesOutcome<Message>> CreateAsync(
        string spaceId, NewTask task, bool notify = true, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(task);
        return _caller.OneAsync(
            [spaceId], () => _api.CreateAsync(spaceId, notify ? null : "false", task.ToRequest(), cancellationToken), cancellationToken);
    }

    /// <summary>What was said to it [docs D/api/messages/tasks_taskid_messages].</summary>
    public IAsyncEnumerable<SpacesOutcome<Page<Message>>> ListCommentsAsync(
        string taskId, int? size = null, CancellationToken cancellationToken = default) =>
        _caller.WalkAsync([taskId], () => _api.GetCommentsAsync(taskId, size, cancellationToken), cancellationToken);

    /// <summary>Of all one's spaces [repo LT k6/src/join.js].</summary>
    public IAsyncEnumerable<SpacesOutcome<Page<Message>>> ListMineAsync(
        TaskState state = TaskState.Unknown, int? size = null, CancellationToken cancellationToken = default)
    {
        var status = state switch { TaskState.Pending => "pending", TaskState.Completed => "completed", _ => null };
        return _caller.WalkAsync([], () => _api.GetMineAsync(size, status, cancellationToken), cancellationToken);
    }
}
