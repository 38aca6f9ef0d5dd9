namespace SpacesPortal.Components.Formatting;

/// <summary>One of the six colours of <c>app.css</c>, the same for a name on all pages and replicas.</summary>
internal static class Hue
{
    private const int Colours = 6;

    public static int Of(string? key)
    {
        // FNV-1a, because string.GetHashCode differs between processes.
        var hash = 2166136261u;
        foreach (var letter in key ?? "")
            hash = unchecked((hash ^ letter) * 16777619u);

        return (int)(hash % Colours);
    }
}
