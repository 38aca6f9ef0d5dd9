namespace SpacesPortal.Components.Formatting;

/// <summary>One of the six colours of <c>app.css</c>, the same for a name on every page and every replica.</summary>
internal static class Hue
{
    private const int Colours = 6;

    public static int Of(string? key)
    {
        // FNV-1a: string.GetHashCode differs from process to process.
        var hash = 2166136261u;
        foreach (var letter in key ?? "")
            hash = unchecked((hash ^ letter) * 16777619u);

        return (int)(hash % Colours);
    }
}
