namespace AvayaCloud.Spaces;

/// <summary>Avaya reads <c>search</c> as a regular expression with contains logic [docs D/api/users/users_userid_colleagues].</summary>
public static class SpacesSearch
{
    // Not Regex.Escape: its "\ " and "\#" are .NET's own, and the other side's engine is unknown.
    private const string Special = @"\^$.|?*+()[]{}";

    /// <summary>The expression that finds exactly <paramref name="text"/>.</summary>
    public static string Literal(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var escaped = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (Special.Contains(character, StringComparison.Ordinal))
                escaped.Append('\\');
            escaped.Append(character);
        }

        return escaped.ToString();
    }
}
