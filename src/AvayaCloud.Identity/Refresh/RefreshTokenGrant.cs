namespace AvayaCloud.Identity;

/// <summary>Exchanges a refresh token at the token endpoint (RFC 6749 section 6), and decides what the response means.</summary>
internal sealed partial class RefreshTokenGrant(
    TokenEndpoint endpoint, SessionEnder ender, SessionMetrics metrics, TimeProvider clock, ILogger<RefreshTokenGrant> logger)
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    public async Task<RefreshOutcome> ExchangeAsync(SessionId id, TokenSet spent, CancellationToken cancellationToken)
    {
        if (spent.Refresh is not { } token)
            return new RefreshOutcome.RefreshTokenInCookieOnly();

        switch (await SendAsync(token, cancellationToken))
        {
            case TokenResponse.Granted granted:
                return await AcceptAsync(id, spent, granted, cancellationToken);

            case TokenResponse.Refused { IsInvalidGrant: true }:
                return await EndAsync(id, "the provider refused the refresh token", cancellationToken);

            case TokenResponse.Refused(var error):
                // Errors such as invalid_client are for the operator to fix. The user stays signed in.
                return Postpone(id, error, retryAt: null);

            case TokenResponse.Unavailable { Successor: { } successor } unusable:
                var next = spent with { Generation = spent.Generation + 1, Refresh = successor };
                return Postpone(id, unusable.Reason, retryAt: null) with { Successor = next };

            case TokenResponse.Unavailable unavailable:
                return Postpone(id, unavailable.Reason, unavailable.RetryAt);

            default:
                throw new InvalidOperationException("This token response is not handled.");
        }
    }

    // Reaching the time limit of the refresh is an outcome, not an exception.
    private async Task<TokenResponse> SendAsync(RefreshToken token, CancellationToken limit)
    {
        try
        {
            return await endpoint.RefreshAsync(token, limit);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            return new TokenResponse.Unavailable("no response in time");
        }
    }

    private async Task<RefreshOutcome> AcceptAsync(
        SessionId id, TokenSet spent, TokenResponse.Granted granted, CancellationToken cancellationToken)
    {
        // A response without a new refresh token leaves the old one valid.
        var refresh = granted.Refresh ?? spent.Refresh;
        var now = clock.GetUtcNow();
        var grant = spent.Grant.MergeMissingFrom(granted.Grant);
        var next = new TokenSet(spent.Generation + 1, granted.Access, refresh, now, now + granted.Lifetime, grant);
        if (!spent.Grant.IsCompatibleWith(granted.Grant))
        {
            ender.Discard(next);
            return await EndAsync(id, "the response was for another user or another scope", cancellationToken);
        }

        metrics.Refreshed("renewed");
        Refreshed(logger, id, next.Generation);
        return new RefreshOutcome.Refreshed(next);
    }

    private async Task<RefreshOutcome> EndAsync(SessionId id, string reason, CancellationToken cancellationToken)
    {
        await ender.EndAsync(id, SessionEndReason.ByProvider, fromCookie: null, cancellationToken);
        metrics.Refreshed("ended");
        Ended(logger, id, reason);
        return new RefreshOutcome.Ended(reason);
    }

    // With up to a third of jitter, so that a whole company's sessions do not retry in the same second.
    private RefreshOutcome.Unavailable Postpone(SessionId id, string reason, DateTimeOffset? retryAt)
    {
        var now = clock.GetUtcNow();
        var requested = retryAt - now ?? ShortestPause;
        var pause = TimeSpan.FromTicks(Math.Clamp(requested.Ticks, ShortestPause.Ticks, LongestPause.Ticks));
        pause += pause * (Random.Shared.NextDouble() / 3);
        metrics.Refreshed("unavailable");
        NotRefreshed(logger, id, reason, (int)pause.TotalSeconds);
        return new RefreshOutcome.Unavailable(reason, now + pause);
    }

    [LoggerMessage(2201, LogLevel.Information, "The tokens of session {Session} were refreshed, generation {Generation}.")]
    private static partial void Refreshed(ILogger logger, SessionId session, int generation);

    [LoggerMessage(2202, LogLevel.Information, "Session {Session} has ended: {Reason}.")]
    private static partial void Ended(ILogger logger, SessionId session, string reason);

    [LoggerMessage(
        2203, LogLevel.Warning,
        "The tokens of session {Session} could not be refreshed ({Reason}); the session continues, next attempt in {Seconds} s.")]
    private static partial void NotRefreshed(ILogger logger, SessionId session, string reason, int seconds);
}
