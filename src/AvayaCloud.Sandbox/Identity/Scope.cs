namespace AvayaCloud.Sandbox.Identity;

/// <summary>A permission: its short name, the end of its URL name, and how the consent page words it [seed 1] [seed 2].</summary>
internal sealed record Scope(string Name, string Path, string Permission)
{
    // Production's names; staging answers www.onesna.com and auth/logan [docs D/api/accounts/accounts_accesstoken] [docs
    // A/tutorials/authorizingrequests].
    private const string Host = "https://accounts.avayacloud.com/auth/";

    public static readonly IReadOnlyList<Scope> All =
    [
        new("email", "userinfo.email", "View and update user email information"),
        new("profile", "userinfo.profile", "View user detail information"),
        new("spaces", "zangspaces", "Call Avaya Spaces APIs"),
    ];

    public string Url => Host + Path;

    /// <summary>
    /// Short and URL names of any environment, separated by blanks; commas are forgiven because the tutorial's prose has them
    /// [seed 1] [guess]. None at all asks for everything [guess]. Null: a name that nobody knows.
    /// </summary>
    public static IReadOnlyList<Scope>? Parse(string? text)
    {
        var names = (text ?? "").Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        if (names.Length == 0)
            return All;
        return names.All(IsKnown) ? [.. All.Where(scope => names.Any(scope.IsNamed))] : null;
    }

    private static bool IsKnown(string name) =>
        All.Any(scope => scope.IsNamed(name)) || name.EndsWith("/auth/zangoffice", StringComparison.Ordinal);

    private bool IsNamed(string name) =>
        name == Name
            || name.EndsWith("/auth/" + Path, StringComparison.Ordinal)
            || (Name == "spaces" && name.EndsWith("/auth/logan", StringComparison.Ordinal));
}
