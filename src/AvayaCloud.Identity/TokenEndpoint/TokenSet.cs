namespace AvayaCloud.Identity;

/// <summary>One generation of a session's tokens. Each refresh makes the next; this provider then rejects all earlier ones.</summary>
/// <param name="Generation">1 at the sign-in, one more with each refresh.</param>
/// <param name="Access">For the Spaces API.</param>
/// <param name="Refresh">Null when the provider gave none, or when only the browser's cookie has it any more.</param>
/// <param name="ObtainedAt">When the response with these tokens arrived.</param>
/// <param name="ExpiresAt">When the access token expires, by the provider's <c>expires_in</c>.</param>
/// <param name="Grant">The same in each generation.</param>
internal sealed record TokenSet(
    int Generation, AccessToken Access, RefreshToken? Refresh, DateTimeOffset ObtainedAt, DateTimeOffset ExpiresAt, Grant Grant)
{
    private static readonly TimeSpan LongestLead = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan JustIssued = TimeSpan.FromSeconds(10);

    /// <summary>When to refresh: 5 minutes before the expiry, or in the last tenth of the lifetime if that is shorter.</summary>
    public DateTimeOffset DueAt
    {
        get
        {
            var tenth = (ExpiresAt - ObtainedAt) / 10;
            return ExpiresAt - (tenth < LongestLead ? tenth : LongestLead);
        }
    }

    public bool IsExpiredAt(DateTimeOffset now) => now >= ExpiresAt;

    /// <summary>True for the first seconds: an API that rejects a new token would reject the next one, too. A token dated in the future
    /// comes from a wrong clock, so its age does not count.</summary>
    public bool IsJustIssuedAt(DateTimeOffset now) => (now - ObtainedAt).Duration() < JustIssued;

    /// <summary>The same bytes in the cookie and in the ledger. They must be encrypted.</summary>
    public void WriteTo(BinaryWriter writer)
    {
        writer.Write7BitEncodedInt(Generation);
        writer.Write(Access.Reveal());
        writer.Write(Refresh?.Reveal() ?? "");
        writer.Write7BitEncodedInt64(ObtainedAt.ToUnixTimeSeconds());
        writer.Write7BitEncodedInt64(ExpiresAt.ToUnixTimeSeconds());
        writer.Write(Grant.Scope);
        writer.Write(Grant.Subject);
    }

    public static TokenSet? Read(BinaryReader reader)
    {
        var generation = reader.Read7BitEncodedInt();
        if (!AccessToken.TryParse(reader.ReadString(), out var access))
            return null;
        RefreshToken? refresh = RefreshToken.TryParse(reader.ReadString(), out var parsed) ? parsed : null;
        return new TokenSet(
            generation, access, refresh,
            DateTimeOffset.FromUnixTimeSeconds(reader.Read7BitEncodedInt64()),
            DateTimeOffset.FromUnixTimeSeconds(reader.Read7BitEncodedInt64()),
            new Grant(reader.ReadString(), reader.ReadString()));
    }
}
