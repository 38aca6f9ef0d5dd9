namespace AvayaCloud.Identity;

/// <summary>Refreshes a session's tokens exactly once, however many callers on however many replicas ask: one task per process, the store's
/// lock, a successor from another replica, the token endpoint, the write.</summary>
internal sealed class TokenRefresher(
    SessionLedger ledger, ISessionStore store, TokenProtector protector, InFlightRefreshes inFlight, RefreshTokenGrant grant,
    SessionEnder ender, IOptions<SessionLifetime> lifetime, SessionMetrics metrics, TimeProvider clock)
{
    /// <summary>The outer limit, for another replica's refresh and then this one's. The HTTP timeout ends each call earlier.</summary>
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(75);

    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan PauseWithoutStore = TimeSpan.FromSeconds(2);

    /// <summary>Returns the successor of these tokens. The refresh outlives its callers, because a rotated token that is not stored ends
    /// the session; <paramref name="cancellationToken"/> only ends the waiting.</summary>
    public Task<RefreshOutcome> RefreshAsync(SessionId id, TokenSet spent, CancellationToken cancellationToken) =>
        FindOutcome(id, spent) is { } known
            ? Task.FromResult(known)
            : inFlight.JoinOrStartAsync(id, () => RefreshOnceAsync(id, spent), cancellationToken);

    private RefreshOutcome? FindOutcome(SessionId id, TokenSet spent)
    {
        if (ledger.GetNewestTokens(id, spent) is not { } newest)
            return new RefreshOutcome.Ended("the session has ended");
        if (newest.Generation > spent.Generation)
        {
            metrics.LateCallerServed();
            return new RefreshOutcome.Refreshed(newest);
        }

        return ledger.GetBackoff(id) is { IsOver: false } backoff ? backoff.Failure : null;
    }

    private async Task<RefreshOutcome> RefreshOnceAsync(SessionId id, TokenSet spent)
    {
        // A refresh may have finished since the caller checked.
        if (FindOutcome(id, spent) is { } known)
            return known;

        // After an unexpected exception, too, requests must not retry at once.
        RefreshOutcome outcome = Failed("the refresh failed", PauseAfterFailure);
        try
        {
            outcome = await RefreshUnderLockAsync(id, spent);
            return outcome;
        }
        finally
        {
            ledger.SetBackoff(id, outcome is RefreshOutcome.Unavailable failure ? new RefreshBackoff(failure, clock) : null);
        }
    }

    private async Task<RefreshOutcome> RefreshUnderLockAsync(SessionId id, TokenSet spent)
    {
        using var limit = new CancellationTokenSource(TimeLimit, clock);
        try
        {
            await using var sessionLock = await store.AcquireLockAsync(id, limit.Token);
            if (sessionLock is null)
                return Failed("the session store cannot be reached", PauseWithoutStore);
            if (sessionLock.State.End is not null)
                return new RefreshOutcome.Ended("the session has ended");
            if (FindSuccessor(id, spent, sessionLock.State.Tokens) is { } successor)
                return ledger.Upsert(id, successor, isAcknowledged: false) ? new RefreshOutcome.Refreshed(successor) : Discard(successor);

            var outcome = await grant.ExchangeAsync(id, spent, limit.Token);
            if (outcome.NewTokens is { } tokens && !await WriteAsync(sessionLock, id, tokens))
                return Discard(tokens);
            return outcome;
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            return Failed("no response in time", PauseAfterFailure);
        }
    }

    private TokenSet? FindSuccessor(SessionId id, TokenSet spent, SharedTokens? shared)
    {
        var successor = protector.UnprotectNewer(id, shared, spent.Generation);
        if (successor is not null)
            metrics.Refreshed("shared");
        return successor;
    }

    // For the other replicas first: this one has the tokens as long as it runs.
    private async Task<bool> WriteAsync(ISessionLock sessionLock, SessionId id, TokenSet tokens)
    {
        var shared = new SharedTokens(tokens.Generation, protector.Protect(id, tokens), clock.GetUtcNow() + lifetime.Value.IdleTimeout);
        return await sessionLock.WriteAsync(shared, CancellationToken.None) && ledger.Upsert(id, tokens, isAcknowledged: false);
    }

    // The session ended during the refresh, so nothing will use these tokens.
    private RefreshOutcome.Ended Discard(TokenSet tokens)
    {
        ender.Discard(tokens);
        return new RefreshOutcome.Ended("the session ended meanwhile");
    }

    private RefreshOutcome.Unavailable Failed(string reason, TimeSpan pause) => new(reason, clock.GetUtcNow() + pause);
}
