namespace AvayaCloud.Identity;

/// <summary>What to do about a session's tokens.</summary>
internal enum RefreshDecision
{
    /// <summary>Use the newest ones.</summary>
    Use,

    /// <summary>Exchange the refresh token, unless another replica already has.</summary>
    Refresh,

    /// <summary>Ask the browser, because only its cookie has the refresh token, and wait for it.</summary>
    AskBrowser,

    /// <summary>Ask the browser, and use the newest tokens meanwhile, because they are still valid.</summary>
    AskBrowserInBackground,

    /// <summary>Give up: a refresh is not possible, or would not help.</summary>
    Stop,
}

/// <summary>Decides when tokens are refreshed, and how.</summary>
internal static class RefreshPolicy
{
    /// <summary>For a request with the session's cookie.</summary>
    public static RefreshDecision ForRequest(TokenSet newest, TokenSet cookie, SessionUse use, DateTimeOffset now)
    {
        var isDue = newest.DueAt <= now;
        var isRejected = newest.Generation <= use.RejectedGeneration && !newest.IsJustIssuedAt(now);
        if (!use.MayRefresh || (!isDue && !isRejected))
            return RefreshDecision.Use;
        if (newest.Refresh is not null)
            return RefreshDecision.Refresh;

        // Without a refresh token on either side the session ends with its access token. An older cookie decides nothing, because the
        // browser has a newer one with the refresh token.
        var isInNeither = newest.Generation == cookie.Generation;
        return isInNeither && newest.IsExpiredAt(now) ? RefreshDecision.Stop : RefreshDecision.Use;
    }

    /// <summary>For a call from a circuit or from the background.</summary>
    public static RefreshDecision WithoutRequest(TokenSet? newest, DateTimeOffset now)
    {
        if (newest is null || newest.IsExpiredAt(now))
            return RefreshDecision.AskBrowser;
        return newest.DueAt <= now ? RefreshDecision.AskBrowserInBackground : RefreshDecision.Use;
    }

    /// <summary>For a call that the API has rejected with 401. Only the refresh itself shows whether another replica has newer tokens, or
    /// the browser must be asked.</summary>
    public static RefreshDecision AfterRejection(TokenSet? newest, AccessToken rejected, DateTimeOffset now)
    {
        if (newest is null)
            return RefreshDecision.Stop;
        if (newest.Access != rejected)
            return RefreshDecision.Use;
        return newest.IsJustIssuedAt(now) ? RefreshDecision.Stop : RefreshDecision.Refresh;
    }
}
