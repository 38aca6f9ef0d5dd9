namespace AvayaCloud.Identity;

/// <summary>What to do about a session's tokens.</summary>
internal enum RefreshDecision
{
    /// <summary>Use the newest ones.</summary>
    Use,

    /// <summary>Exchange the refresh token, unless another replica already has.</summary>
    Refresh,

    /// <summary>Ask the browser, because only its cookie has the refresh token.</summary>
    AskBrowser,

    /// <summary>Give up: a refresh would not help.</summary>
    Stop,
}

/// <summary>Decides when tokens are refreshed.</summary>
internal static class RefreshPolicy
{
    /// <summary>For a request with the session's cookie. The API may have rejected a generation; 0 for none.</summary>
    public static RefreshDecision ForRequest(TokenSet newest, TokenSet cookie, int rejectedGeneration, DateTimeOffset now)
    {
        var isDue = newest.DueAt <= now;
        var isRejected = newest.Generation <= rejectedGeneration && !newest.IsJustIssuedAt(now);
        if (!isDue && !isRejected)
            return RefreshDecision.Use;

        // Without a refresh token the session ends with its access token, unless the browser has a newer cookie with a refresh token.
        var endsWithAccessToken = newest.IsExpiredAt(now) && newest.Generation == cookie.Generation;
        return newest.Refresh is not null || endsWithAccessToken ? RefreshDecision.Refresh : RefreshDecision.Use;
    }

    /// <summary>For a call from a circuit or from the background.</summary>
    public static RefreshDecision WithoutRequest(TokenSet? newest, DateTimeOffset now) =>
        newest is not null && now < newest.DueAt ? RefreshDecision.Use : RefreshDecision.AskBrowser;

    /// <summary>For a call that the API has rejected with 401.</summary>
    public static RefreshDecision AfterRejection(TokenSet? newest, AccessToken rejected, DateTimeOffset now)
    {
        if (newest is null)
            return RefreshDecision.Stop;
        if (newest.Access != rejected)
            return RefreshDecision.Use;
        return newest.IsJustIssuedAt(now) ? RefreshDecision.Stop : RefreshDecision.Refresh;
    }
}
