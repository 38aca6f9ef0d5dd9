namespace SpacesPortal.Components.Formatting;

/// <summary>Display texts for the permission groups of <c>users/me</c> [docs D/api/users/users_me].</summary>
internal static class Permissions
{
    public static string? Name(string code) => code switch
    {
        "USERSELF_PERMISSION_GROUP" => "Own account",
        "IT_ADMIN_PERMISSION_GROUP" => "Company admin",
        "SITE_ADMIN_PERMISSION_GROUP" => "Site admin",
        "CUSTOMERSERVICE_PERMISSION_GROUP" => "Customer service",
        _ => null,
    };

    public static string? Meaning(string code) => code switch
    {
        "USERSELF_PERMISSION_GROUP" => "See and change your own profile. Everyone has this one.",
        "IT_ADMIN_PERMISSION_GROUP" => "Manage the people and settings of your company.",
        "SITE_ADMIN_PERMISSION_GROUP" => "Manage a site of your company.",
        "CUSTOMERSERVICE_PERMISSION_GROUP" => "Help people of other companies with their accounts.",
        _ => "This portal does not know this permission, so it shows Avaya’s own code.",
    };

    /// <summary>Permissions that not every user has, for tags beside the name.</summary>
    public static IEnumerable<string> Notable(IEnumerable<string> codes) =>
        codes.Where(code => !string.Equals(code, "USERSELF_PERMISSION_GROUP", StringComparison.Ordinal)).Select(Name).OfType<string>();
}
