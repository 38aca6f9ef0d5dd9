namespace AvayaCloud.Identity;

/// <summary>
/// Exchanges a refresh token at the token endpoint (RFC 6749 section 6), and says what the response means for the session.
/// </summary>
internal sealed partial class RefreshTokenGrant(
    TokenEndpoint endpoint, SessionEnder ender, RevocationQueue revocations, SessionMetrics metrics, TimeProvider clock,
    ILogger<RefreshTokenGrant> logger)
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    public async Task<RefreshOutcome> ExchangeAsync(SessionId id, TokenSet spent, CancellationToken cancellationToken)
    {
        if (spent.Refresh is not { } token)
            return RefreshOutcome.RefreshTokenInCookieOnly.Instance;

        switch (await SendAsync(token, cancellationToken))
        {
            case TokenResponse.Granted granted:
                return await AcceptAsync(id, spent, granted, cancellationToken);

            case TokenResponse.Refused { IsOfGrant: true }:
                return await EndAsync(id, "the provider refused the refresh token", cancellationToken);

            case TokenResponse.Refused(var error):
                // invalid_client and the like are for the operator to fix, and no reason to sign anybody out.
                return Postpone(id, error, retryAt: null);

            case TokenResponse.Unavailable { Successor: { } successor } unusable:
                var next = spent with { Generation = spent.Generation + 1, Refresh = successor };
                return Postpone(id, unusable.Reason, retryAt: null) with { Successor = next };

            case TokenResponse.Unavailable(var reason, var retryAt):
                return Postpone(id, reason, retryAt);

            default:
                throw new InvalidOperationException("A token response that is not handled.");
        }
    }

    // The time limit of the refresh is an outcome, too.
    private async Task<TokenResponse> SendAsync(RefreshToken token, CancellationToken limit)
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

    private async Task<RefreshOutcome> AcceptAsync(
        SessionId id, TokenSet spent, TokenResponse.Granted granted, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        // Without a new refresh token the old one stays valid.
        var refresh = granted.Refresh ?? spent.Refresh;
        if (!spent.Grant.IsCompatibleWith(granted.Grant))
        {
            if (refresh is { } token)
                revocations.Enqueue(token);
            return await EndAsync(id, "the answer was for another person or another scope", cancellationToken);
        }

        var next = new TokenSet(
            spent.Generation + 1, granted.Access, refresh, now, now + granted.Lifetime, spent.Grant.MergeMissingFrom(granted.Grant));
        metrics.Refreshed("renewed");
        Renewed(logger, id, next.Generation);
        return new RefreshOutcome.Renewed(next);
    }

    private async Task<RefreshOutcome> EndAsync(SessionId id, string reason, CancellationToken cancellationToken)
    {
        await ender.EndAsync(id, SessionEndReason.ByProvider, carried: null, cancellationToken);
        metrics.Refreshed("ended");
        Ended(logger, id, reason);
        return new RefreshOutcome.Ended(reason);
    }

    // Spread by a third, so that the sessions of a whole company do not return in the same second.
    private RefreshOutcome.Unavailable Postpone(SessionId id, string reason, DateTimeOffset? retryAt)
    {
        var now = clock.GetUtcNow();
        var asked = retryAt is null ? ShortestPause.Ticks : (retryAt.Value - now).Ticks;
        var pause = TimeSpan.FromTicks(Math.Clamp(asked, ShortestPause.Ticks, LongestPause.Ticks));
        pause += pause * (Random.Shared.NextDouble() / 3);
        metrics.Refreshed("unavailable");
        NotRenewed(logger, id, reason, (int)pause.TotalSeconds);
        return new RefreshOutcome.Unavailable(reason, now + pause);
    }

    [LoggerMessage(2201, LogLevel.Information, "Session {Session} has its tokens renewed, generation {Generation}.")]
    private static partial void Renewed(ILogger logger, SessionId session, int generation);

    [LoggerMessage(2202, LogLevel.Information, "Session {Session} is over: {Reason}.")]
    private static partial void Ended(ILogger logger, SessionId session, string reason);

    [LoggerMessage(
        2203, LogLevel.Warning,
        "The tokens of session {Session} could not be renewed ({Reason}); the session stays, next attempt in {Seconds} s.")]
    private static partial void NotRenewed(ILogger logger, SessionId session, string reason, int seconds);
}
