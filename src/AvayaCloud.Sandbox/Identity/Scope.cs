namespace AvayaCloud.Sandbox.Identity;

/// <summary>A permission: its short name, the end of its URL, and its text on the consent page [seed 1] [seed 2].</summary>
internal sealed record Scope(string Name, string Path, string Permission)
{
    // Production's names; staging has www.onesna.com and auth/logan [docs D/api/accounts/accounts_accesstoken] [docs
    // A/tutorials/authorizingrequests].
    private const string Host = "https://accounts.avayacloud.com/auth/";

    private static readonly IReadOnlyList<Scope> All =
    [
        new("email", "userinfo.email", "View and update user email information"),
        new("profile", "userinfo.profile", "View user detail information"),
        new("spaces", "zangspaces", "Call Avaya Spaces APIs"),
    ];

    public static string Format(IEnumerable<Scope> scopes) => string.Join(' ', scopes.Select(scope => Host + scope.Path));

    /// <summary>Accepts short names and the URLs of any environment, separated by spaces. Commas are accepted as well, because the
    /// tutorial's prose has them [seed 1] [guess]. No scope at all means every scope [guess]. False for an unknown name.</summary>
    public static bool TryParse(string? text, out IReadOnlyList<Scope> scopes)
    {
        var names = (text ?? "").Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        scopes = names.Length == 0 ? All : [.. All.Where(scope => names.Any(scope.IsNamed))];
        return names.All(IsKnown);
    }

    private static bool IsKnown(string name) =>
        All.Any(scope => scope.IsNamed(name)) || name.EndsWith("/auth/zangoffice", StringComparison.Ordinal);

    private bool IsNamed(string name) =>
        name == Name
            || name.EndsWith("/auth/" + Path, StringComparison.Ordinal)
            || (Name == "spaces" && name.EndsWith("/auth/logan", StringComparison.Ordinal));
}
