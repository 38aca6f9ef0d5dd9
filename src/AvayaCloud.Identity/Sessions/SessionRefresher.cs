using Microsoft.Extensions.Logging;

namespace AvayaCloud.Identity;

/// <summary>Renews a session's tokens through the ledger, and reads the provider's answer as an outcome for the session.</summary>
internal sealed partial class SessionRefresher(
    ISessionLedger ledger, TokenEndpoint endpoint, SessionEnder ender, RevocationQueue revocations, SessionMetrics metrics,
    TimeProvider clock, ILogger<SessionRefresher> logger) : ITokenSource
{
    // Spread, so that the sessions of a whole company do not come back in the same second.
    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    public Task<RefreshOutcome> RefreshAsync(SessionId id, TokenSet spent, CancellationToken cancellationToken) =>
        ledger.RefreshAsync(id, spent, this, cancellationToken);

    public async Task<RefreshOutcome> FetchAsync(SessionId id, TokenSet spent, CancellationToken cancellationToken)
    {
        var token = spent.Refresh ?? throw new InvalidOperationException("Only a pair with its refresh token can be traded.");
        switch (await AskAsync(token, cancellationToken))
        {
            case TokenResponse.Granted granted:
                return await TakeAsync(id, spent, granted, cancellationToken);

            case TokenResponse.Refused { IsOfGrant: true }:
                return await EndAsync(id, "the provider refused the refresh token", cancellationToken);

            case TokenResponse.Refused(var error):
                // invalid_client and the like: the operator's to mend, no reason to sign anybody out.
                return Postponed(id, error, null);

            case TokenResponse.Unavailable { Successor: { } successor } unusable:
                var next = spent with { Generation = spent.Generation + 1, Refresh = successor };
                return Postponed(id, unusable.Reason, null) with { Successor = next };

            case TokenResponse.Unavailable(var reason, var retryAt):
                return Postponed(id, reason, retryAt);

            default:
                throw new InvalidOperationException("An answer of the token endpoint that nobody handles.");
        }
    }

    public void Abandon(TokenSet orphans)
    {
        if (orphans.Refresh is { } token)
            revocations.Enqueue(token);
    }

    private async Task<RefreshOutcome> TakeAsync(SessionId id, TokenSet spent, TokenResponse.Granted granted, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        // RFC 6749 section 6: no new refresh token means that the old one goes on.
        var next = new TokenSet(
            spent.Generation + 1, granted.Access, granted.Refresh ?? spent.Refresh, now, now + granted.Lifetime, spent.Terms.FilledBy(granted.Terms));
        if (!spent.Terms.Allow(granted.Terms))
        {
            Abandon(next);
            return await EndAsync(id, "the answer was for another person or another scope", cancellationToken);
        }

        metrics.Refreshed("renewed");
        Renewed(logger, id, next.Generation);
        return new RefreshOutcome.Renewed(next);
    }

    // The flight's own limit is an answer, too, for all that wait.
    private async Task<TokenResponse> AskAsync(RefreshToken token, CancellationToken limit)
    {
        try
        {
            return await endpoint.RefreshAsync(token, limit);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            return new TokenResponse.Unavailable("no answer in time");
        }
    }

    private async Task<RefreshOutcome> EndAsync(SessionId id, string reason, CancellationToken cancellationToken)
    {
        await ender.EndAsync(id, SessionEndReason.ByProvider, cancellationToken);
        metrics.Refreshed("ended");
        Ended(logger, id, reason);
        return new RefreshOutcome.Ended(reason);
    }

    private RefreshOutcome.Unavailable Postponed(SessionId id, string reason, DateTimeOffset? retryAt)
    {
        var now = clock.GetUtcNow();
        var pause = (retryAt - now) ?? ShortestPause;
        pause = pause < ShortestPause ? ShortestPause : pause > LongestPause ? LongestPause : pause;
        pause += pause * (Random.Shared.NextDouble() / 3);
        metrics.Refreshed("unavailable");
        NotRenewed(logger, id, reason, (int)pause.TotalSeconds);
        return new RefreshOutcome.Unavailable(reason, now + pause);
    }

    [LoggerMessage(2201, LogLevel.Information, "Session {Session} has its tokens renewed, generation {Generation}.")]
    private static partial void Renewed(ILogger logger, SessionId session, int generation);

    [LoggerMessage(2202, LogLevel.Information, "Session {Session} is over: {Reason}.")]
    private static partial void Ended(ILogger logger, SessionId session, string reason);

    [LoggerMessage(2203, LogLevel.Warning, "The tokens of session {Session} could not be renewed ({Reason}); the session stays, next attempt in {Seconds} s.")]
    private static partial void NotRenewed(ILogger logger, SessionId session, string reason, int seconds);
}
