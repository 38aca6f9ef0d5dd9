using System.Buffers.Text;

namespace AvayaCloud.Identity;

/// <summary>
/// To whom and for what the provider gave the tokens. No refresh may change it (RFC 6749 section 6: not a wider scope): an answer that
/// does is somebody else's.
/// </summary>
/// <param name="Scope">Short names in order, separated by blanks; empty when the provider named none (wire 2.9).</param>
/// <param name="Subject">A mark of the id_token's subject: to be compared, never read. Empty when there was none.</param>
internal sealed record Grant(string Scope, string Subject)
{
    private const int LongestScope = 200;

    /// <summary>Nothing named: compared with nothing.</summary>
    public static Grant Unnamed { get; } = new("", "");

    /// <summary>The scope's names.</summary>
    public IReadOnlyList<string> Scopes => Scope.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public static Grant Of(string? scope, string? subject) => new(Normal(scope), subject is null ? "" : Mark(subject));

    /// <summary>Whether an answer with the other terms may follow. What it leaves out stays as it was.</summary>
    public bool IsCompatibleWith(Grant next) => Same(Scope, next.Scope) && Same(Subject, next.Subject);

    public Grant MergeMissingFrom(Grant next) => new(Scope.Length > 0 ? Scope : next.Scope, Subject.Length > 0 ? Subject : next.Subject);

    private static bool Same(string known, string next) =>
        known.Length == 0 || next.Length == 0 || string.Equals(known, next, StringComparison.Ordinal);

    private static string Mark(string subject) => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(subject)).AsSpan(0, 6));

    // Short names are asked for and URLs answered (wire 2.5, 2.9), on a host for each environment.
    private static string Normal(string? scope)
    {
        var names = (scope ?? "")
            .Split([' ', ','], StringSplitOptions.RemoveEmptyEntries)
            .Select(Short)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);
        var normal = string.Join(' ', names);
        // A cookie has no room for a novel; its mark serves the comparison.
        return normal.Length <= LongestScope ? normal : Mark(normal);
    }

    private static string Short(string name) => name[(name.LastIndexOf('/') + 1)..] switch
    {
        "userinfo.email" => "email",
        "userinfo.profile" => "profile",
        "zangspaces" or "logan" => "spaces",
        "zangoffice" => "office",
        var other => other,
    };
}
