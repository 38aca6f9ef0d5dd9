namespace AvayaCloud.Identity;

/// <summary>How an attempt to renew the tokens came out.</summary>
public abstract record RefreshOutcome
{
    private RefreshOutcome()
    {
    }

    /// <summary>The newest generation.</summary>
    public sealed record Renewed(TokenSet Tokens) : RefreshOutcome;

    /// <summary>The provider will give no more tokens, or the session was ended meanwhile.</summary>
    public sealed record Ended(string Reason) : RefreshOutcome;

    /// <summary>Nothing is lost: the session and its token stay, and it is tried again not before <paramref name="RetryAt"/>.</summary>
    public sealed record Unavailable(string Reason, DateTimeOffset RetryAt) : RefreshOutcome;

    /// <summary>The refresh token is in the cookie alone: only a request of the browser can renew.</summary>
    public sealed record WithTheBrowser : RefreshOutcome
    {
        internal static readonly WithTheBrowser Instance = new();
    }
}
