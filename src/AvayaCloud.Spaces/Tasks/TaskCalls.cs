namespace AvayaCloud.Spaces;

/// <summary>Tasks [wire 4.1, 4.4]. <see cref="MessageCalls"/> edits, completes and deletes them.</summary>
public sealed class TaskCalls
{
    private readonly ApiCaller<IMessagesApi> _api;

    internal TaskCalls(ApiCaller<IMessagesApi> api) => _api = api;

    /// <summary>Newest first, page by page [seed 3 spaces.task.read].</summary>
    /// <param name="before">The id of a task: only older ones.</param>
    public IAsyncEnumerable<SpacesOutcome<Page<Message>>> ListAsync(
        string spaceId, int? size = null, string? before = null, CancellationToken cancellationToken = default) =>
        _api.PaginateAsync([spaceId], (api, ct) => api.GetTasksAsync(spaceId, size, before, ct), cancellationToken);

    /// <summary>[seed 3 spaces.task.create, docs D/api/spaces/spaces_spaceid_tasks__post]</summary>
    /// <param name="notify">False to create it without notifying the others.</param>
    public Task<SpacesOutcome<Message>> CreateAsync(
        string spaceId, NewTask task, bool notify = true, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(task);
        return _api.CallForObjectAsync(
            [spaceId], (api, ct) => api.CreateTaskAsync(spaceId, notify ? null : "false", task.ToRequest(), ct), cancellationToken);
    }

    /// <summary>The comments on a task, newest first [docs D/api/messages/tasks_taskid_messages].</summary>
    /// <param name="before">The id of a comment: only older ones.</param>
    public IAsyncEnumerable<SpacesOutcome<Page<Message>>> ListCommentsAsync(
        string taskId, int? size = null, string? before = null, CancellationToken cancellationToken = default) =>
        _api.PaginateAsync([taskId], (api, ct) => api.GetTaskCommentsAsync(taskId, size, before, ct), cancellationToken);

    /// <summary>The tasks of all of the user's spaces [repo LT k6/src/join.js].</summary>
    public IAsyncEnumerable<SpacesOutcome<Page<Message>>> ListMineAsync(
        TaskState state = TaskState.Unknown, int? size = null, CancellationToken cancellationToken = default) =>
        _api.PaginateAsync([], (api, ct) => api.GetMyTasksAsync(size, state.ToWire(), ct), cancellationToken);
}
