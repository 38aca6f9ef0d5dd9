namespace AvayaCloud.Identity;

/// <summary>The refreshes under way in this process, one per session. All callers await the same one.</summary>
internal sealed class InFlightRefreshes(SessionMetrics metrics)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<SessionId, Task<RefreshOutcome>> _tasks = [];

    /// <summary>Awaits the session's refresh, or starts it. It runs on when its callers leave.</summary>
    public Task<RefreshOutcome> JoinOrStartAsync(SessionId id, Func<Task<RefreshOutcome>> refresh, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_tasks.TryGetValue(id, out var underWay))
                metrics.Joined();
            else
                _tasks[id] = underWay = Task.Run(() => RunAsync(id, refresh), CancellationToken.None);
            return underWay.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Waits until none is under way.</summary>
    public async Task WhenIdleAsync(CancellationToken cancellationToken)
    {
        while (Running() is { Count: > 0 } running)
        {
            // How each ended is its callers' matter.
            await Task.WhenAll(running).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    public int Count => Running().Count;

    private List<Task> Running()
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
