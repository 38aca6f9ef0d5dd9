namespace SpacesPortal.Components.Layout;

/// <summary>A page in the main navigation, which the bar and the dock share.</summary>
internal sealed record NavigationItem(string Name, string Path, IconName Icon)
{
    public static readonly IReadOnlyList<NavigationItem> All =
    [
        new("Home", "", IconName.Home),
        new("Profile", "profile", IconName.Person),
        new("Spaces", "spaces", IconName.Spaces),
    ];

    public bool IsCurrent(NavigationManager navigation)
    {
        var path = navigation.ToBaseRelativePath(navigation.Uri).Split('?', '#')[0].TrimEnd('/');
        return string.Equals(path, Path, StringComparison.OrdinalIgnoreCase)
            || (Path.Length > 0 && path.StartsWith($"{Path}/", StringComparison.OrdinalIgnoreCase));
    }
}
