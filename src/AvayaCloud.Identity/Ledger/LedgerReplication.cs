namespace AvayaCloud.Identity;

/// <summary>Keeps the ledger in step with the other replicas: receives their refreshes and ends, and asks the store about sessions that are
/// new.</summary>
internal sealed class LedgerReplication(
    SessionLedger ledger, ISessionStore store, TokenProtector protector, SessionEnder ender, SessionMetrics metrics,
    TimeProvider clock)
    : IHostedService, IDisposable
{
    // A request waits for the store, but can do without.
    private static readonly TimeSpan StoreTimeout = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan SweepInterval = TimeSpan.FromSeconds(30);

    private ITimer? _sweeper;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        store.Listen(Receive);
        metrics.ObserveLedger(() => ledger.Count);
        _sweeper = clock.CreateTimer(_ => Sweep(), null, SweepInterval, SweepInterval);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _sweeper?.Dispose();

    /// <summary>Enters the tokens of a cookie. True when this replica did not know them.</summary>
    public async ValueTask<bool> ImportAsync(SessionId id, TokenSet tokens, CancellationToken cancellationToken)
    {
        var state = ledger.GetState(id);
        var isUnknown = state is SessionState.Unknown;
        var isNewHere = isUnknown || state.IsBehind(tokens.Generation);
        if (isNewHere)
            ledger.Upsert(id, tokens, isAcknowledged: true);
        // Signals are received once the entry exists, so nothing is missed in between.
        if (isUnknown)
            await CatchUpInTimeAsync(id, cancellationToken);
        return isNewHere;
    }

    private void Receive(SessionSignal signal)
    {
        if (signal.End is { } reason)
            ender.ApplyEnd(signal.Id, reason);
        else if (ledger.GetState(signal.Id).IsBehind(signal.Generation))
            _ = CatchUpAsync(signal.Id, CancellationToken.None);
    }

    private async Task CatchUpInTimeAsync(SessionId id, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(StoreTimeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            await CatchUpAsync(id, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The cookie's tokens are used.
        }
    }

    // Another replica's refresh has invalidated the access token that is known here.
    private async Task CatchUpAsync(SessionId id, CancellationToken cancellationToken)
    {
        if (protector.UnprotectNewer(id, await store.ReadAsync(id, cancellationToken), generation: 0) is { } tokens)
            ledger.Upsert(id, tokens, isAcknowledged: false);
    }

    private void Sweep()
    {
        foreach (var (id, tokens) in ledger.Sweep())
        {
            // The first generation is not in the store.
            if (tokens.Generation > 1)
                _ = store.TrimAsync(id, tokens, CancellationToken.None).AsTask();
        }
    }
}
