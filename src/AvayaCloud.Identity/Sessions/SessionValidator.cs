using Microsoft.Extensions.Options;

namespace AvayaCloud.Identity;

/// <summary>Brings the session of a request up to date: newest tokens, renewed when due, and a complete person; and says when it is over.</summary>
internal sealed class SessionValidator(
    ISessionLedger ledger, SessionRefresher refresher, SessionEnder ender, RevocationQueue revocations, SignedInUserCompletion people, IOptions<SessionLifetime> options,
    TimeProvider clock)
{
    // A token that still serves need not wait for a slow provider: the renewal goes on, and its result is found in the ledger.
    private static readonly TimeSpan PatienceWhileValid = TimeSpan.FromSeconds(5);

    /// <summary>The session as it is now, and whether the cookie should say so; null when it is over.</summary>
    public async Task<Kept?> KeepAsync(Session session, SessionUse use, CancellationToken cancellationToken)
    {
        var standing = ledger.Look(session.Id);
        var isNew = standing is SessionState.Unknown || (standing is SessionState.Live known && known.Generation < session.Tokens.Generation);
        if (isNew)
        {
            await ledger.RecordAsync(session.Id, session.Tokens, cancellationToken);
            standing = ledger.Look(session.Id);
        }

        switch (standing)
        {
            case SessionState.Ended:
                // Ended from elsewhere: only now, with its cookie, there is something to revoke.
                if (session.Tokens.Refresh is { } last && ledger.ClaimRevocation(session.Id))
                    revocations.Enqueue(last);
                return null;
            case SessionState.Live live when live.Generation == session.Tokens.Generation:
                ledger.Confirm(session.Id, live.Generation);
                break;
        }

        var now = clock.GetUtcNow();
        var tokens = Newest(standing, session);
        if (use.MayRenew && CanRenew(tokens, session, now, use.Spent))
        {
            if (await RenewAsync(session, tokens, now, cancellationToken) is not { } renewed)
                return null;
            tokens = renewed;
        }

        var person = use.MayRenew ? await people.CompleteAsync(session, tokens, cancellationToken) : session.Person;
        var isCompleted = person != session.Person;
        var stamp = use.IsActivity && options.Value.IsWorthStamping(session.ActiveAt, now);
        var isBehind = tokens.Generation > session.Tokens.Generation;
        // Whoever dropped the refresh token knew that the browser has it: neither a pair without it nor the spent one may replace the browser's.
        var cookie = isBehind ? (tokens.Refresh is null ? null : tokens) : stamp || isCompleted ? session.Tokens : null;
        return new Kept(session with { Person = person, Tokens = tokens, ActiveAt = stamp ? now : session.ActiveAt }, cookie, stamp || isNew || isCompleted);
    }

    // Without a refresh token the end of the access token is the end; but not for a cookie that is behind, whose successor is elsewhere.
    private static bool CanRenew(TokenSet tokens, Session session, DateTimeOffset now, int spent) =>
        (tokens.DueAt <= now || (tokens.Generation <= spent && !tokens.IsJustMadeAt(now))) && (tokens.Refresh is not null || (tokens.IsExpiredAt(now) && tokens.Generation == session.Tokens.Generation));

    private static TokenSet Newest(SessionState standing, Session session) =>
        standing is SessionState.Live live && live.Generation > session.Tokens.Generation && live.Tokens() is { } newer ? newer : session.Tokens;

    /// <summary>The next generation, or the present one where the next cannot be had now; null when the session is over.</summary>
    private async Task<TokenSet?> RenewAsync(Session session, TokenSet tokens, DateTimeOffset now, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(tokens.IsExpiredAt(now) ? Timeout.InfiniteTimeSpan : PatienceWhileValid, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            switch (await refresher.RefreshAsync(session.Id, tokens, either.Token))
            {
                case { Brought: { } brought }:
                    return brought;
                case RefreshOutcome.Ended:
                    return null;
                case RefreshOutcome.RefreshTokenInCookieOnly when session.Tokens.Refresh is null:
                    // This is the browser, and the provider never gave it one: the session was as long as its first token.
                    await ender.EndAsync(session.Id, SessionEndReason.ByProvider, CancellationToken.None);
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

    /// <param name="Session">The session with its newest tokens, and with the person as far as known.</param>
    /// <param name="ForCookie">The tokens that the renewed cookie is to carry; null when the browser's cookie is good as it is.</param>
    /// <param name="IsNews">Whether the list of sessions should hear of it: first seen here, active again, or known by now to be the person's.</param>
    internal sealed record Kept(Session Session, TokenSet? ForCookie, bool IsNews);
}
