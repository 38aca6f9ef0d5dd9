using Microsoft.Extensions.Hosting;

namespace AvayaCloud.Identity;

/// <summary>
/// Keeps the ledger up to date with the other replicas: hears of their refreshes and ends, and asks them about a session that is new here.
/// </summary>
internal sealed class LedgerReplication(
    SessionLedger ledger, ISessionStore store, TokenProtector protector, EndNotifier notifier,
    IOptions<SessionLifetime> lifetime, TimeProvider clock)
    : IHostedService, IDisposable
{
    // A request waits for the store, and can do without.
    private static readonly TimeSpan StoreTimeout = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan SweepInterval = TimeSpan.FromSeconds(30);

    private ITimer? _sweeper;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        store.Listen(Receive);
        _sweeper = clock.CreateTimer(_ => Sweep(), null, SweepInterval, SweepInterval);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _sweeper?.Dispose();

    /// <summary>Enters the tokens of a cookie. True when they are news to this replica.</summary>
    public async ValueTask<bool> ImportAsync(SessionId id, TokenSet tokens, CancellationToken cancellationToken)
    {
        var state = ledger.GetState(id);
        var isUnknown = state is SessionState.Unknown;
        var isNews = isUnknown || (state is SessionState.Active active && active.Generation < tokens.Generation);
        if (isNews)
            ledger.Upsert(id, tokens, isAcknowledged: true);
        // After the entry exists, signals about it are heard, so nothing is missed in between.
        if (isUnknown)
            await CatchUpInTimeAsync(id, cancellationToken);
        return isNews;
    }

    private void Receive(SessionSignal signal)
    {
        if (signal.End is { } reason)
            ReceiveEnd(signal.Id, reason);
        else if (ledger.GetState(signal.Id) is SessionState.Active active && active.Generation < signal.Generation)
            _ = CatchUpAsync(signal.Id, CancellationToken.None);
    }

    // Of a session that is unknown here the store remembers the end.
    private void ReceiveEnd(SessionId id, SessionEndReason reason)
    {
        var isNew = !ledger.Contains(id) || ledger.Tombstone(id, reason, clock.GetUtcNow() + lifetime.Value.AbsoluteTimeout).IsNew;
        if (isNew)
            notifier.Notify(id, reason);
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

    // The other replica's refresh has invalidated the access token that is known here.
    private async Task CatchUpAsync(SessionId id, CancellationToken cancellationToken)
    {
        if (await store.ReadAsync(id, cancellationToken) is { } shared && protector.Unprotect(id, shared.ProtectedTokens) is { } tokens)
            ledger.Upsert(id, tokens, isAcknowledged: false);
    }

    private void Sweep()
    {
        foreach (var (id, tokens) in ledger.Sweep())
        {
            // The first generation was never written for other replicas.
            if (tokens.Generation > 1)
                _ = store.TrimAsync(id, tokens, CancellationToken.None).AsTask();
        }
    }
}
