namespace AvayaCloud.Identity;

/// <summary>What to do about a session's tokens.</summary>
internal enum RefreshDecision
{
    /// <summary>They serve.</summary>
    Use,

    /// <summary>Exchange the refresh token, or find out that another replica has.</summary>
    Refresh,

    /// <summary>Only the browser's cookie has the refresh token.</summary>
    AskBrowser,

    /// <summary>A refresh would not help.</summary>
    Stop,
}

/// <summary>Decides when tokens are refreshed. The one place that does.</summary>
internal static class RefreshPolicy
{
    /// <summary>For a request with the session's cookie.</summary>
    /// <param name="newest">The newest tokens known.</param>
    /// <param name="cookie">The tokens of the cookie.</param>
    /// <param name="rejectedGeneration">The generation that the API has rejected; 0 when none.</param>
    /// <param name="now">The time.</param>
    public static RefreshDecision ForRequest(TokenSet newest, TokenSet cookie, int rejectedGeneration, DateTimeOffset now)
    {
        var isDue = newest.DueAt <= now;
        var isRejected = newest.Generation <= rejectedGeneration && !newest.IsJustIssuedAt(now);
        if (!isDue && !isRejected)
            return RefreshDecision.Use;

        // Without a refresh token the session lasts as long as its access token, unless the cookie is behind: then another one has it.
        var endsWithAccessToken = newest.IsExpiredAt(now) && newest.Generation == cookie.Generation;
        return newest.Refresh is not null || endsWithAccessToken ? RefreshDecision.Refresh : RefreshDecision.Use;
    }

    /// <summary>For a call without a request: a circuit's, or one in the background.</summary>
    public static RefreshDecision WithoutRequest(TokenSet? newest, DateTimeOffset now) =>
        newest is not null && now < newest.DueAt ? RefreshDecision.Use : RefreshDecision.AskBrowser;

    /// <summary>For a call that the API has answered with 401.</summary>
    public static RefreshDecision AfterRejection(TokenSet? newest, AccessToken rejected, DateTimeOffset now)
    {
        if (newest is null)
            return RefreshDecision.Stop;
        if (newest.Access != rejected)
            return RefreshDecision.Use;
        return newest.IsJustIssuedAt(now) ? RefreshDecision.Stop : RefreshDecision.Refresh;
    }
}
