namespace AvayaCloud.Identity;

/// <summary>The outcome of a token refresh.</summary>
public abstract record RefreshOutcome
{
    private RefreshOutcome()
    {
    }

    /// <summary>The new generation; null where the old one stays.</summary>
    internal virtual TokenSet? NewTokens => null;

    /// <summary>There is a newer generation.</summary>
    public sealed record Refreshed : RefreshOutcome
    {
        internal Refreshed(TokenSet tokens) => NewTokens = tokens;

        /// <summary>For the Spaces API.</summary>
        public AccessToken Access => NewTokens.Access;

        /// <summary>One more than before.</summary>
        public int Generation => NewTokens.Generation;
        internal override TokenSet NewTokens { get; }
    }

    /// <summary>The session has ended, or the provider refuses to refresh it.</summary>
    public sealed record Ended(string Reason) : RefreshOutcome;

    /// <summary>A temporary failure. The session continues; the next attempt follows at <paramref name="RetryAt"/>.</summary>
    public sealed record Unavailable(string Reason, DateTimeOffset RetryAt) : RefreshOutcome
    {
        /// <summary>The old access token with the new refresh token, after a response that was otherwise unusable.</summary>
        internal TokenSet? Successor { get; init; }
        internal override TokenSet? NewTokens => Successor;
    }

    /// <summary>Only the browser's cookie has the refresh token, so only a request of the browser can refresh.</summary>
    public sealed record RefreshTokenInCookieOnly : RefreshOutcome;
}
