namespace AvayaCloud.Identity;

/// <summary>Access tokens by session, for whoever calls the Spaces API: a request, a circuit, work in the background.</summary>
public sealed class SessionTokens
{
    // An API that refuses a token just made refuses the next one, too.
    private static readonly TimeSpan TooFresh = TimeSpan.FromSeconds(10);

    private readonly ISessionLedger _ledger;
    private readonly SessionRefresher _refresher;
    private readonly TimeProvider _clock;

    internal SessionTokens(ISessionLedger ledger, SessionRefresher refresher, TimeProvider clock) =>
        (_ledger, _refresher, _clock) = (ledger, refresher, clock);

    /// <summary>The newest access token. Null when the session is over or not known here and <paramref name="carried"/> is null.</summary>
    /// <param name="id">The session.</param>
    /// <param name="carried">The request's own session, where there is a request.</param>
    public AccessToken? Get(SessionId id, Session? carried) => Newest(id, carried)?.Access;

    /// <summary>After a 401: a newer generation if there is one, else a renewal.</summary>
    public async ValueTask<RefreshOutcome> RenewAsync(SessionId id, Session? carried, AccessToken rejected, CancellationToken cancellationToken)
    {
        if (Newest(id, carried) is not { } newest)
            return new RefreshOutcome.Ended("the session is over, or not known here");
        if (newest.Access != rejected)
            return new RefreshOutcome.Renewed(newest);
        if (_clock.GetUtcNow() - newest.ObtainedAt < TooFresh)
            return new RefreshOutcome.Ended("the API refuses a token just made");

        // The ledger drops the refresh token once the browser has it; then the request's cookie is where it is.
        var spent = newest.Refresh is null && carried?.Tokens.Generation == newest.Generation ? carried.Tokens : newest;
        // Without it the ledger still asks the other replicas, one of which may have renewed.
        return await _refresher.RefreshAsync(id, spent, cancellationToken);
    }

    private TokenSet? Newest(SessionId id, Session? carried) => _ledger.Look(id) switch
    {
        SessionStanding.Live live when live.Tokens() is { } known => known,
        SessionStanding.Ended => null,
        _ => carried?.Tokens,
    };
}
