namespace AvayaCloud.Identity;

/// <summary>One generation of a session's tokens: each refresh makes the next, and this provider then refuses all before it.</summary>
/// <param name="Generation">1 at sign-in, one more with each refresh.</param>
/// <param name="Access">Goes to the Spaces API.</param>
/// <param name="Refresh">Absent when the provider gave none, or where only the access token may be known (the ledger, later
/// circuits).</param>
/// <param name="ObtainedAt">When the answer that carried them came.</param>
/// <param name="ExpiresAt">When the access token ends, by the provider's <c>expires_in</c>.</param>
/// <param name="Grant">To whom and for what they were given: the same in each generation.</param>
internal sealed record TokenSet(
    int Generation, AccessToken Access, RefreshToken? Refresh, DateTimeOffset ObtainedAt, DateTimeOffset ExpiresAt, Grant Grant)
{
    private static readonly TimeSpan LongestLead = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan TooFresh = TimeSpan.FromSeconds(10);

    /// <summary>
    /// When the next generation is asked for: 5 minutes before the end or in the last tenth of the life, whichever is shorter.
    /// </summary>
    public DateTimeOffset DueAt
    {
        get
        {
            var tenth = (ExpiresAt - ObtainedAt) / 10;
            return ExpiresAt - (tenth < LongestLead ? tenth : LongestLead);
        }
    }

    /// <summary>True once the provider would refuse the access token.</summary>
    public bool IsExpiredAt(DateTimeOffset now) => now >= ExpiresAt;

    /// <summary>
    /// True for the first seconds: an API that rejects a token just issued rejects the next one, too. A token dated in the future comes
    /// from a wrong clock, so its age does not count.
    /// </summary>
    public bool IsJustIssuedAt(DateTimeOffset now) => (now - ObtainedAt).Duration() < TooFresh;
}
