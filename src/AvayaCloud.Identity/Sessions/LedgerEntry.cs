namespace AvayaCloud.Identity;

/// <summary>One session in the memory of this process. Its members are read and written under its lock, but for <see cref="Standing"/>.</summary>
internal sealed class LedgerEntry
{
    /// <summary>Read without the lock, replaced as a whole.</summary>
    public volatile SessionState Standing = SessionState.Unknown.Instance;

    public Lock Gate { get; } = new();

    /// <summary>The one refresh under way, for all that wait.</summary>
    public Task<RefreshOutcome>? Flight { get; set; }

    /// <summary>For those who wait until somebody brings a newer generation, or the session ends.</summary>
    public TaskCompletionSource? News { get; set; }

    /// <summary>After a refresh that failed: no attempt before this time, so that a provider in trouble is not hammered.</summary>
    public RefreshOutcome.Unavailable? HoldOff { get; set; }

    /// <summary>When <see cref="HoldOff"/> is over.</summary>
    public Deadline? HoldOffEnds { get; set; }

    /// <summary>A while after the browser showed the newest generation; null while somebody may be behind it.</summary>
    public Deadline? TrimAt { get; set; }

    /// <summary>False once the refresh token has been dropped: then only the cookie has it.</summary>
    public bool HoldsRefreshToken { get; set; }

    /// <summary>Ended without its refresh token at hand: whoever shows a cookie of it brings the token to be revoked. Once.</summary>
    public bool OwesRevocation { get; set; }

    /// <summary>Taken out of the ledger: whoever still holds it looks again.</summary>
    public bool IsRetired { get; set; }

    /// <summary>The end of the newest access token.</summary>
    public DateTimeOffset TokensExpireAt { get; set; }

    /// <summary>When the entry says nothing more: after the access token's end, or the tombstone's.</summary>
    public required Deadline ForgetAt { get; set; }
}
