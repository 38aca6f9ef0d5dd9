namespace AvayaCloud.Identity;

/// <summary>Validates a request's session: that it is active, and has its newest tokens, refreshed when due.</summary>
internal sealed class SessionValidator(
    SessionLedger ledger, LedgerReplication replication, TokenRefresher refresher, SessionEnder ender, SignedInUserCompletion users,
    IOptions<SessionLifetime> lifetime, TimeProvider clock)
{
    // While the token is valid, a request does not wait longer for a slow provider. The refresh continues, and the ledger gets its result.
    private static readonly TimeSpan WaitWhileValid = TimeSpan.FromSeconds(5);

    /// <summary>Null when the session has ended.</summary>
    public async Task<ValidatedSession?> ValidateAsync(Session session, SessionUse use, CancellationToken cancellationToken)
    {
        var isNewHere = await replication.ImportAsync(session.Id, session.Tokens, cancellationToken);
        if (ledger.GetNewestTokens(session.Id, session.Tokens) is not { } newest)
        {
            ender.RevokeLate(session.Id, session.Tokens.Refresh);
            return null;
        }

        if (newest.Generation == session.Tokens.Generation)
            ledger.Acknowledge(session.Id, newest.Generation);

        var now = clock.GetUtcNow();
        var tokens = RefreshPolicy.ForRequest(newest, session.Tokens, use, now) switch
        {
            RefreshDecision.Refresh => await RefreshAsync(session.Id, newest, now, cancellationToken),
            RefreshDecision.Stop => await EndAsync(session.Id),
            _ => newest,
        };
        if (tokens is null)
            return null;

        var user = use.MayRefresh ? await users.CompleteAsync(session, tokens, cancellationToken) : session.User;
        var isCompleted = user != session.User;
        var isActive = use.IsActivity && lifetime.Value.IsActivityDue(session.ActiveAt, now);
        var current = session with { User = user, Tokens = tokens, ActiveAt = isActive ? now : session.ActiveAt };
        var isChanged = isActive || isCompleted;
        return new ValidatedSession(current, TokensForCookie(session, tokens, isChanged), isNewHere || isChanged);
    }

    // The ledger drops the refresh token once the browser has it, so tokens without one never replace the cookie's.
    private static TokenSet? TokensForCookie(Session session, TokenSet tokens, bool isChanged)
    {
        if (tokens.Generation > session.Tokens.Generation)
            return tokens.Refresh is null ? null : tokens;
        return isChanged ? session.Tokens : null;
    }

    /// <summary>The next generation, or the present one if there is no next one yet; null when the session has ended.</summary>
    private async Task<TokenSet?> RefreshAsync(SessionId id, TokenSet tokens, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var timeout = tokens.IsExpiredAt(now) ? Timeout.InfiniteTimeSpan : WaitWhileValid;
        try
        {
            var refresh = refresher.RefreshAsync(id, tokens, cancellationToken);
            var outcome = await refresh.WaitAsync(timeout, clock, cancellationToken);
            return outcome is RefreshOutcome.Ended ? null : outcome.NewTokens ?? tokens;
        }
        catch (TimeoutException)
        {
            return tokens;
        }
    }

    private async Task<TokenSet?> EndAsync(SessionId id)
    {
        await ender.EndAsync(id, SessionEndReason.ByProvider, fromCookie: null, CancellationToken.None);
        return null;
    }
}

/// <summary>A session as a request may use it.</summary>
/// <param name="Session">With its newest tokens, and the user as far as known.</param>
/// <param name="TokensForCookie">For a renewed cookie; null when the browser's cookie is up to date.</param>
/// <param name="UpdatesActiveSessions">For the list of active sessions: new here, active again, or the user was completed.</param>
internal sealed record ValidatedSession(Session Session, TokenSet? TokensForCookie, bool UpdatesActiveSessions);
