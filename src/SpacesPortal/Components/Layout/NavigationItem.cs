namespace SpacesPortal.Components.Layout;

/// <summary>Where the signed-in person can go; bar and dock show the same.</summary>
internal sealed record NavigationItem(string Name, string Path, IconName Icon)
{
    public static readonly IReadOnlyList<NavigationItem> All =
    [
        new("Home", "", IconName.Home),
        new("Profile", "profile", IconName.Person),
        new("Spaces", "spaces", IconName.Spaces),
    ];

    public bool IsHere(NavigationManager navigation)
    {
        var path = navigation.ToBaseRelativePath(navigation.Uri).Split('?', '#')[0].TrimEnd('/');
        return string.Equals(path, Path, StringComparison.OrdinalIgnoreCase)
            || (Path.Length > 0 && path.StartsWith($"{Path}/", StringComparison.OrdinalIgnoreCase));
    }
}
