namespace AvayaCloud.Identity;

/// <summary>The refreshes in flight in this process, one per session. All callers await the same one.</summary>
internal sealed class InFlightRefreshes(SessionMetrics metrics)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<SessionId, Task<RefreshOutcome>> _tasks = [];

    public int Count => GetTasks().Count;

    /// <summary>Awaits the session's refresh, or starts it. It continues when its callers leave.</summary>
    public Task<RefreshOutcome> JoinOrStartAsync(SessionId id, Func<Task<RefreshOutcome>> refresh, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_tasks.TryGetValue(id, out var task))
            {
                metrics.Joined();
            }
            else
            {
                task = Task.Run(() => RunAsync(id, refresh), CancellationToken.None);
                _tasks[id] = task;
            }

            return task.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Waits until none is in flight.</summary>
    public async Task WhenIdleAsync(CancellationToken cancellationToken)
    {
        while (GetTasks() is { Count: > 0 } tasks)
        {
            // Their callers handle the exceptions.
            await Task.WhenAll(tasks).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private List<Task> GetTasks()
    {
        lock (_gate)
            return [.. _tasks.Values];
    }

    private async Task<RefreshOutcome> RunAsync(SessionId id, Func<Task<RefreshOutcome>> refresh)
    {
        try
        {
            return await refresh();
        }
        finally
        {
            lock (_gate)
                _tasks.Remove(id);
        }
    }
}
