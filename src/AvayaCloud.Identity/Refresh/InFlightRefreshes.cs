using System.Collections.Concurrent;

namespace AvayaCloud.Identity;

/// <summary>The refreshes in flight in this process, one per session. All callers await the same one.</summary>
internal sealed class InFlightRefreshes(SessionMetrics metrics)
{
    private readonly ConcurrentDictionary<SessionId, Lazy<Task<RefreshOutcome>>> _refreshes = new();

    public int Count => _refreshes.Count;

    /// <summary>Awaits the session's refresh, or starts it. It continues when its callers leave.</summary>
    public Task<RefreshOutcome> JoinOrStartAsync(SessionId id, Func<Task<RefreshOutcome>> refresh, CancellationToken cancellationToken)
    {
        var mine = new Lazy<Task<RefreshOutcome>>(() => Task.Run(() => RunAsync(id, refresh), CancellationToken.None));
        var current = _refreshes.GetOrAdd(id, mine);
        if (current != mine)
            metrics.Joined();
        return current.Value.WaitAsync(cancellationToken);
    }

    /// <summary>Waits until none is in flight.</summary>
    public async Task WhenIdleAsync(CancellationToken cancellationToken)
    {
        while (!_refreshes.IsEmpty)
        {
            // Their callers handle the exceptions.
            Task all = Task.WhenAll(_refreshes.Values.Select(refresh => refresh.Value));
            await all.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private async Task<RefreshOutcome> RunAsync(SessionId id, Func<Task<RefreshOutcome>> refresh)
    {
        try
        {
            return await refresh();
        }
        finally
        {
            _refreshes.TryRemove(id, out _);
        }
    }
}
