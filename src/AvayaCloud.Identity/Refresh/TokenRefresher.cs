namespace AvayaCloud.Identity;

/// <summary>
/// Refreshes a session's tokens exactly once, however many callers on however many replicas ask: single flight, the store's lock,
/// a successor there, the token endpoint, the write.
/// </summary>
internal sealed class TokenRefresher(
    SessionLedger ledger, ISessionStore store, TokenProtector protector, InFlightRefreshes inFlight, RefreshTokenGrant grant,
    RevocationQueue revocations, IOptions<SessionLifetime> lifetime, SessionMetrics metrics, TimeProvider clock)
{
    /// <summary>The outer limit: waiting for another replica's refresh and then one's own. The HTTP timeout ends each call first.</summary>
    private static readonly TimeSpan LongestRefresh = TimeSpan.FromSeconds(75);

    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan PauseWithoutStore = TimeSpan.FromSeconds(2);

    /// <summary>
    /// The successor of these tokens. The refresh outlives its callers, because a rotated token that is not stored ends the session;
    /// <paramref name="cancellationToken"/> ends the waiting alone.
    /// </summary>
    public Task<RefreshOutcome> RefreshAsync(SessionId id, TokenSet spent, CancellationToken cancellationToken) =>
        KnownOutcome(id, spent) is { } known
            ? Task.FromResult(known)
            : inFlight.JoinOrStartAsync(id, () => RefreshOnceAsync(id, spent), cancellationToken);

    private RefreshOutcome? KnownOutcome(SessionId id, TokenSet spent)
    {
        if (ledger.GetNewestTokens(id, spent) is not { } newest)
            return new RefreshOutcome.Ended("the session is over");
        if (newest.Generation > spent.Generation)
        {
            metrics.LateCallerServed();
            return new RefreshOutcome.Renewed(newest);
        }

        return ledger.GetBackoff(id) is { IsOver: false } backoff ? backoff.Failure : null;
    }

    private async Task<RefreshOutcome> RefreshOnceAsync(SessionId id, TokenSet spent)
    {
        // A refresh may have ended between the caller's look and this one.
        if (KnownOutcome(id, spent) is { } known)
            return known;

        // An exception is a bug, and no reason to ask again with every request.
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
        using var limit = new CancellationTokenSource(LongestRefresh, clock);
        try
        {
            await using var sessionLock = await store.AcquireLockAsync(id, limit.Token);
            if (sessionLock is null)
                return Failed("the sessions' store cannot be reached", PauseWithoutStore);
            if (sessionLock.State.End is not null)
                return new RefreshOutcome.Ended("the session is over");
            if (FindSuccessor(id, spent, sessionLock.State.Tokens) is { } successor)
                return ledger.Upsert(id, successor, isAcknowledged: false) ? new RefreshOutcome.Renewed(successor) : Orphaned(successor);

            var outcome = await grant.ExchangeAsync(id, spent, limit.Token);
            return outcome.Brought is not { } tokens || await WriteAsync(sessionLock, id, tokens) ? outcome : Orphaned(tokens);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            return Failed("no answer in time", PauseAfterFailure);
        }
    }

    private TokenSet? FindSuccessor(SessionId id, TokenSet spent, SharedTokens? shared)
    {
        if (shared is null || shared.Generation <= spent.Generation || protector.Unprotect(id, shared.ProtectedTokens) is not { } successor)
            return null;
        metrics.Refreshed("shared");
        return successor;
    }

    // For the other replicas first: while this one lives, its callers have the tokens.
    private async Task<bool> WriteAsync(ISessionLock sessionLock, SessionId id, TokenSet tokens)
    {
        var shared = new SharedTokens(tokens.Generation, protector.Protect(id, tokens), clock.GetUtcNow() + lifetime.Value.IdleTimeout);
        return await sessionLock.WriteAsync(shared, CancellationToken.None) && ledger.Upsert(id, tokens, isAcknowledged: false);
    }

    // The session ended while these were under way: nothing will use them.
    private RefreshOutcome.Ended Orphaned(TokenSet tokens)
    {
        if (tokens.Refresh is { } token)
            revocations.Enqueue(token);
        return new RefreshOutcome.Ended("the session ended meanwhile");
    }

    private RefreshOutcome.Unavailable Failed(string reason, TimeSpan pause) => new(reason, clock.GetUtcNow() + pause);
}
