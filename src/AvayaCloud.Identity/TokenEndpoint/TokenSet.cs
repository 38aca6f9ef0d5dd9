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

    /// <summary>
    /// True for the first seconds: an API that rejects a new token would reject the next one, too. A token dated in the future comes from
    /// a wrong clock, so its age does not count.
    /// </summary>
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

/// <summary>
/// The token that is exchanged for the next pair, once: this provider rotates it (RFC 6749 section 6). Prints as a mask;
/// <see cref="Reveal"/> is for the body of a request to the token or revocation endpoint only.
/// </summary>
internal readonly record struct RefreshToken
{
    private readonly string _value;

    private RefreshToken(string value) => _value = value;

    public string Reveal() => _value;

    public override string ToString() => TokenSyntax.Mask;

    /// <summary>False for text that is not a token (RFC 6749, appendix A.17), or is too long for a cookie.</summary>
    public static bool TryParse(string? text, out RefreshToken token)
    {
        token = TokenSyntax.IsValid(text) ? new RefreshToken(text!) : default;
        return token._value is not null;
    }
}

/// <summary>
/// The scope and the user of the tokens. A refresh may change neither (RFC 6749 section 6): a response that does is not for this session.
/// </summary>
/// <param name="Scope">Short names in order, separated by spaces; empty when the provider named none (wire 2.9).</param>
/// <param name="Subject">A short hash of the id_token's subject, for comparison only; empty without an id_token.</param>
internal sealed record Grant(string Scope, string Subject)
{
    private const int MaxScopeLength = 200;

    /// <summary>Compatible with every other grant.</summary>
    public static Grant Unnamed { get; } = new("", "");

    public IReadOnlyList<string> Scopes => Scope.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public static Grant Of(string? scope, string? subject) => new(NormalizeScope(scope ?? ""), subject is null ? "" : Hash(subject));

    /// <summary>Whether the next response may belong to the same session. It may leave out either part.</summary>
    public bool IsCompatibleWith(Grant next) => IsSame(Scope, next.Scope) && IsSame(Subject, next.Subject);

    public Grant MergeMissingFrom(Grant next) => new(FirstNonEmpty(Scope, next.Scope), FirstNonEmpty(Subject, next.Subject));

    private static string FirstNonEmpty(string known, string next) => known.Length > 0 ? known : next;

    private static bool IsSame(string known, string next) => known.Length == 0 || next.Length == 0 || known == next;

    private static string Hash(string text) => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 6));

    // The provider is asked for short names and may answer with URLs on the host of its environment (wire 2.5, 2.9).
    private static string NormalizeScope(string scope)
    {
        var names = scope
            .Split([' ', ','], StringSplitOptions.RemoveEmptyEntries)
            .Select(ShortName)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);
        var normalized = string.Join(' ', names);
        // The cookie has no room for more; the comparison needs only the hash.
        return normalized.Length <= MaxScopeLength ? normalized : Hash(normalized);
    }

    private static string ShortName(string name) => name[(name.LastIndexOf('/') + 1)..] switch
    {
        "userinfo.email" => "email",
        "userinfo.profile" => "profile",
        "zangspaces" or "logan" => "spaces",
        "zangoffice" => "office",
        var other => other,
    };
}
