namespace AvayaCloud.Identity;

/// <summary>A session's access tokens, for callers of the Spaces API: requests, circuits and background work.</summary>
public sealed class SessionTokens
{
    // The browser refreshes with one request, which may have to wait for the slowest provider.
    private static readonly TimeSpan BrowserTimeout = TimeSpan.FromSeconds(40);
    private static readonly TimeSpan PauseAfterTimeout = TimeSpan.FromSeconds(5);

    private readonly SessionLedger _ledger;
    private readonly TokenRefresher _refresher;
    private readonly IBrowserRefresh? _browser;
    private readonly TimeProvider _clock;

    internal SessionTokens(SessionLedger ledger, TokenRefresher refresher, IBrowserRefresh? browser, TimeProvider clock)
    {
        _ledger = ledger;
        _refresher = refresher;
        _browser = browser;
        _clock = clock;
    }

    /// <summary>The newest access token. Without a request, the browser is asked to refresh when the token is due, and awaited once it has
    /// expired. Null when the session has ended, or is unknown here and none of its pages is open.</summary>
    /// <param name="id">The session.</param>
    /// <param name="request">The session's request that needs the token, if there is one.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async ValueTask<AccessToken?> GetAsync(SessionId id, HttpContext? request, CancellationToken cancellationToken)
    {
        var fromCookie = request?.GetWholeSession()?.Tokens;
        var newest = _ledger.GetNewestTokens(id, fromCookie);
        if (fromCookie is not null || _ledger.GetState(id) is SessionState.Ended)
            return newest?.Access;

        var spent = newest?.Generation ?? 0;
        switch (RefreshPolicy.WithoutRequest(newest, _clock.GetUtcNow()))
        {
            case RefreshDecision.Use:
                return newest?.Access;
            case RefreshDecision.AskBrowser:
                await AskBrowserAsync(id, spent, cancellationToken);
                break;
            case RefreshDecision.AskBrowserInBackground:
                _browser?.RequestRefresh(id, spent);
                break;
        }

        return _ledger.GetNewestTokens(id, fromCookie)?.Access;
    }

    /// <summary>After a 401: returns newer tokens if there are any, otherwise refreshes.</summary>
    public ValueTask<RefreshOutcome> RefreshAsync(
        SessionId id, HttpContext? request, AccessToken rejected, CancellationToken cancellationToken) =>
        RefreshAsync(id, request?.GetWholeSession()?.Tokens, rejected, cancellationToken);

    internal async ValueTask<RefreshOutcome> RefreshAsync(
        SessionId id, TokenSet? fromCookie, AccessToken rejected, CancellationToken cancellationToken)
    {
        var newest = _ledger.GetNewestTokens(id, fromCookie);
        switch (RefreshPolicy.AfterRejection(newest, rejected, _clock.GetUtcNow()))
        {
            case RefreshDecision.Use:
                return new RefreshOutcome.Refreshed(newest!);
            case RefreshDecision.Stop:
                return new RefreshOutcome.Ended("the session has ended, is unknown here, or its new token was rejected");
        }

        // Also without a refresh token: another replica may have refreshed.
        var outcome = await _refresher.RefreshAsync(id, newest!, cancellationToken);
        if (outcome is not RefreshOutcome.RefreshTokenInCookieOnly || !await AskBrowserAsync(id, newest!.Generation, cancellationToken))
            return outcome;
        if (_ledger.GetNewestTokens(id, fromCookie) is { } refreshed && refreshed.Access != rejected)
            return new RefreshOutcome.Refreshed(refreshed);
        return _ledger.GetBackoff(id)?.Failure
            ?? new RefreshOutcome.Unavailable("the browser did not refresh in time", _clock.GetUtcNow() + PauseAfterTimeout);
    }

    /// <summary>Asks the browser to refresh and waits for the result. False when none of the session's pages is open.</summary>
    private async Task<bool> AskBrowserAsync(SessionId id, int spent, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(BrowserTimeout, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        var newer = _ledger.WaitForNewerAsync(id, spent, either.Token);
        if (_browser?.RequestRefresh(id, spent) != true)
        {
            // The ledger would keep the waiter until the session changes.
            await limit.CancelAsync();
            return false;
        }

        try
        {
            await newer;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The caller uses the newest tokens that are known by then.
        }

        return true;
    }
}
