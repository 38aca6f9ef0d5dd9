using Microsoft.Extensions.Options;

namespace AvayaCloud.Identity;

/// <summary>Brings the session of a request up to date: newest tokens, renewed when due; and says when it is over.</summary>
internal sealed class SessionKeeper(ISessionLedger ledger, SessionRefresher refresher, IOptions<SessionLifetime> options, TimeProvider clock)
{
    // A token that still serves need not wait for a slow provider: the renewal goes on, and its result is found in the ledger.
    private static readonly TimeSpan PatienceWhileValid = TimeSpan.FromSeconds(5);

    /// <summary>The session as it is now, and whether the cookie should say so; null when it is over.</summary>
    public async Task<Kept?> KeepAsync(Session session, bool mayRenew, CancellationToken cancellationToken)
    {
        switch (ledger.Look(session.Id))
        {
            case SessionStanding.Ended:
                return null;
            case SessionStanding.Live live when live.Generation == session.Tokens.Generation:
                ledger.Confirm(session.Id, live.Generation);
                break;
            case SessionStanding.Live live when live.Generation > session.Tokens.Generation:
                break;
            default:
                await ledger.RecordAsync(session.Id, session.Tokens, cancellationToken);
                break;
        }

        var now = clock.GetUtcNow();
        var tokens = Newest(session);
        if (mayRenew && CanRenew(tokens, session, now))
        {
            if (await RenewAsync(session.Id, tokens, now, cancellationToken) is not { } renewed)
                return null;
            tokens = renewed;
        }

        var stamp = options.Value.IsWorthStamping(session.ActiveAt, now);
        // Without its refresh token a pair must not replace the browser's: whoever dropped it knew that the browser has it.
        var isNewer = tokens.Generation > session.Tokens.Generation && tokens.Refresh is not null;
        return new Kept(session with { Tokens = tokens, ActiveAt = stamp ? now : session.ActiveAt }, stamp || isNewer ? CookieFor(tokens, session) : null);
    }

    // Without a refresh token the end of the access token is the end; but not for a cookie that is behind, whose successor is elsewhere.
    private static bool CanRenew(TokenSet tokens, Session session, DateTimeOffset now) =>
        tokens.DueAt <= now && (tokens.Refresh is not null || (tokens.IsExpiredAt(now) && tokens.Generation == session.Tokens.Generation));

    private TokenSet Newest(Session session) =>
        ledger.Look(session.Id) is SessionStanding.Live live && live.Generation > session.Tokens.Generation && live.Tokens() is { } newer
            ? newer
            : session.Tokens;

    private static TokenSet CookieFor(TokenSet tokens, Session session) => tokens.Refresh is null ? session.Tokens : tokens;

    /// <summary>The next generation, or the present one where the next cannot be had now; null when the session is over.</summary>
    private async Task<TokenSet?> RenewAsync(SessionId id, TokenSet tokens, DateTimeOffset now, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var timer = tokens.IsExpiredAt(now) ? null : clock.CreateTimer(_ => patience.Cancel(), null, PatienceWhileValid, Timeout.InfiniteTimeSpan);
        try
        {
            return await refresher.RefreshAsync(id, tokens, patience.Token) switch
            {
                RefreshOutcome.Renewed(var renewed) => renewed,
                RefreshOutcome.Ended => null,
                _ => tokens,
            };
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return tokens;
        }
    }

    /// <param name="Session">The session with its newest tokens.</param>
    /// <param name="ForCookie">The tokens that the renewed cookie is to carry; null when the browser's cookie is good as it is.</param>
    internal sealed record Kept(Session Session, TokenSet? ForCookie);
}
