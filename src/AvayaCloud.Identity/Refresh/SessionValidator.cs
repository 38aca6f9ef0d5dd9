namespace AvayaCloud.Identity;

/// <summary>Validates the session of a request: still open, with its newest tokens, refreshed when due.</summary>
internal sealed class SessionValidator(
    SessionLedger ledger, LedgerReplication replication, TokenRefresher refresher, SessionEnder ender, SignedInUserCompletion users,
    IOptions<SessionLifetime> lifetime, TimeProvider clock)
{
    // A token that is still valid need not wait for a slow provider: the refresh goes on, and its result is found in the ledger.
    private static readonly TimeSpan WaitWhileValid = TimeSpan.FromSeconds(5);

    /// <summary>Null when the session is over.</summary>
    public async Task<ValidatedSession?> ValidateAsync(Session session, SessionUse use, CancellationToken cancellationToken)
    {
        var isNews = await replication.ImportAsync(session.Id, session.Tokens, cancellationToken);
        if (ledger.GetNewestTokens(session.Id, session.Tokens) is not { } newest)
        {
            ender.RevokeLate(session.Id, session.Tokens.Refresh);
            return null;
        }

        if (newest.Generation == session.Tokens.Generation)
            ledger.Acknowledge(session.Id, newest.Generation);

        var now = clock.GetUtcNow();
        var decision = use.MayRefresh
            ? RefreshPolicy.ForRequest(newest, session.Tokens, use.RejectedGeneration, now)
            : RefreshDecision.Use;
        var tokens = decision == RefreshDecision.Refresh ? await RefreshAsync(session, newest, now, cancellationToken) : newest;
        if (tokens is null)
            return null;

        var user = use.MayRefresh ? await users.CompleteAsync(session, tokens, cancellationToken) : session.User;
        var isCompleted = user != session.User;
        var isStamped = use.IsActivity && lifetime.Value.IsWorthStamping(session.ActiveAt, now);
        var current = session with { User = user, Tokens = tokens, ActiveAt = isStamped ? now : session.ActiveAt };
        var isChanged = isStamped || isCompleted;
        return new ValidatedSession(current, TokensForCookie(session, tokens, isChanged), isNews || isChanged);
    }

    // The ledger drops the refresh token after the browser has acknowledged it, so a pair without one never replaces the cookie's.
    private static TokenSet? TokensForCookie(Session session, TokenSet tokens, bool isChanged)
    {
        if (tokens.Generation > session.Tokens.Generation)
            return tokens.Refresh is null ? null : tokens;
        return isChanged ? session.Tokens : null;
    }

    /// <summary>The next generation, or the present one where the next cannot be had now; null when the session is over.</summary>
    private async Task<TokenSet?> RefreshAsync(Session session, TokenSet tokens, DateTimeOffset now, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(tokens.IsExpiredAt(now) ? Timeout.InfiniteTimeSpan : WaitWhileValid, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            switch (await refresher.RefreshAsync(session.Id, tokens, either.Token))
            {
                case { Brought: { } brought }:
                    return brought;
                case RefreshOutcome.Ended:
                    return null;
                case RefreshOutcome.RefreshTokenInCookieOnly when session.Tokens.Refresh is null:
                    // This is the cookie, and the provider never gave a refresh token: the session was as long as its first access token.
                    await ender.EndAsync(session.Id, SessionEndReason.ByProvider, carried: null, CancellationToken.None);
                    return null;
                default:
                    return tokens;
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return tokens;
        }
    }
}
