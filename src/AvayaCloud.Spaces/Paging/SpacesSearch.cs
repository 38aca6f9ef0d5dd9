namespace AvayaCloud.Spaces;

/// <summary>Avaya searches by regular expression, not anchored [docs D/api/users/users_userid_colleagues].</summary>
public static class SpacesSearch
{
    // Not Regex.Escape: "\ " and "\#" are specific to .NET, and Avaya's engine is unknown.
    private const string Special = @"\^$.|?*+()[]{}";

    /// <summary>The expression that matches exactly <paramref name="text"/>.</summary>
    public static string Literal(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return string.Concat(text.Select(it => Special.Contains(it, StringComparison.Ordinal) ? $"\\{it}" : $"{it}"));
    }
}
