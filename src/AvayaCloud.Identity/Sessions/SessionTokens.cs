using Microsoft.AspNetCore.Http;

namespace AvayaCloud.Identity;

/// <summary>Access tokens by session, for whoever calls the Spaces API: a request, a circuit, work in the background.</summary>
public sealed class SessionTokens
{
    // A browser that is asked sends one request, which may have to wait for the slowest provider.
    private static readonly TimeSpan PatienceWithBrowser = TimeSpan.FromSeconds(40);
    private static readonly TimeSpan AfterSilence = TimeSpan.FromSeconds(5);

    private readonly ISessionLedger _ledger;
    private readonly SessionRefresher _refresher;
    private readonly IBrowserRefresh _browser;
    private readonly TimeProvider _clock;

    internal SessionTokens(ISessionLedger ledger, SessionRefresher refresher, IBrowserRefresh browser, TimeProvider clock) =>
        (_ledger, _refresher, _browser, _clock) = (ledger, refresher, browser, clock);

    /// <summary>
    /// The newest access token. Without a request it is kept fresh by the browser: asked ahead of time, and waited for only when the token
    /// has ended. Null when the session is over, or not known here and no page of it is open.
    /// </summary>
    /// <param name="id">The session.</param>
    /// <param name="request">The session's request that asks, where there is one.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async ValueTask<AccessToken?> GetAsync(SessionId id, HttpContext? request, CancellationToken cancellationToken)
    {
        var carried = request?.GetWholeSession();
        var newest = Newest(id, carried);
        if (carried is not null || _ledger.Look(id) is SessionState.Ended)
            return newest?.Access;

        var now = _clock.GetUtcNow();
        if (newest is not null && now < newest.DueAt)
            return newest.Access;
        var spent = newest?.Generation ?? 0;
        if (newest is not null && !newest.IsExpiredAt(now))
            _browser.RequestRefresh(id, spent);
        else
            await AskAndWaitAsync(id, spent, cancellationToken);
        return Newest(id, carried)?.Access;
    }

    /// <summary>After a 401: a newer generation if there is one, else a renewal.</summary>
    public ValueTask<RefreshOutcome> RenewAsync(SessionId id, HttpContext? request, AccessToken rejected, CancellationToken cancellationToken) =>
        RenewAsync(id, request?.GetWholeSession(), rejected, cancellationToken);

    internal async ValueTask<RefreshOutcome> RenewAsync(SessionId id, Session? carried, AccessToken rejected, CancellationToken cancellationToken)
    {
        if (Newest(id, carried) is not { } newest)
            return new RefreshOutcome.Ended("the session is over, or not known here");
        if (newest.Access != rejected)
            return new RefreshOutcome.Renewed(newest);
        if (newest.IsJustMadeAt(_clock.GetUtcNow()))
            return new RefreshOutcome.Ended("the API refuses a token just made");

        // The ledger drops the refresh token once the browser has it; then the request's cookie is where it is.
        var spent = newest.Refresh is null && carried?.Tokens.Generation == newest.Generation ? carried.Tokens : newest;
        // Without it the ledger still asks the other replicas, one of which may have renewed.
        var outcome = await _refresher.RefreshAsync(id, spent, cancellationToken);
        if (outcome is not RefreshOutcome.RefreshTokenInCookieOnly || !await AskAndWaitAsync(id, spent.Generation, cancellationToken))
            return outcome;
        return Newest(id, carried) is { } renewed && renewed.Access != rejected
            ? new RefreshOutcome.Renewed(renewed)
            : _ledger.TroubleOf(id) ?? new RefreshOutcome.Unavailable("the browser did not renew in time", _clock.GetUtcNow() + AfterSilence);
    }

    // False when there is nobody to ask.
    private async Task<bool> AskAndWaitAsync(SessionId id, int spent, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(PatienceWithBrowser, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        var news = _ledger.NewsAsync(id, spent, either.Token);
        if (!_browser.RequestRefresh(id, spent))
        {
            await patience.CancelAsync();
            return false;
        }

        try
        {
            await news;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // What is known then has to do.
        }

        return true;
    }

    private TokenSet? Newest(SessionId id, Session? carried) => _ledger.Look(id) switch
    {
        SessionState.Live live when live.Tokens() is { } known => known,
        SessionState.Ended => null,
        _ => carried?.Tokens,
    };
}
