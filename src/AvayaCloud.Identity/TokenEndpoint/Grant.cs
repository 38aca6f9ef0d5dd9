namespace AvayaCloud.Identity;

/// <summary>The scope and the user of the tokens. A refresh may change neither (RFC 6749 section 6): a response that does is not for this
/// session.</summary>
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
