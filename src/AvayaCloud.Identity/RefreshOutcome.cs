namespace AvayaCloud.Identity;

/// <summary>How an attempt to renew the tokens came out.</summary>
public abstract record RefreshOutcome
{
    private RefreshOutcome()
    {
    }

    /// <summary>The generation that the attempt brought; null where the one before it stays.</summary>
    internal virtual TokenSet? Brought => null;

    /// <summary>The newest generation.</summary>
    public sealed record Renewed : RefreshOutcome
    {
        internal Renewed(TokenSet tokens) => Tokens = tokens;

        /// <summary>Goes to the Spaces API.</summary>
        public AccessToken Access => Tokens.Access;

        /// <summary>One more than the one before.</summary>
        public int Generation => Tokens.Generation;

        internal TokenSet Tokens { get; }

        internal override TokenSet Brought => Tokens;

        internal void Deconstruct(out TokenSet tokens) => tokens = Tokens;
    }

    /// <summary>The provider will give no more tokens, or the session was ended meanwhile.</summary>
    public sealed record Ended(string Reason) : RefreshOutcome;

    /// <summary>Nothing is lost: the session and its token stay, and it is tried again not before <paramref name="RetryAt"/>.</summary>
    public sealed record Unavailable(string Reason, DateTimeOffset RetryAt) : RefreshOutcome
    {
        /// <summary>The old access token with a new refresh token, where the answer brought no more: the one before is spent.</summary>
        internal TokenSet? Successor { get; init; }

        internal override TokenSet? Brought => Successor;
    }

    /// <summary>The refresh token is in the cookie alone: only a request of the browser can renew.</summary>
    public sealed record RefreshTokenInCookieOnly : RefreshOutcome
    {
        internal static readonly RefreshTokenInCookieOnly Instance = new();
    }
}
