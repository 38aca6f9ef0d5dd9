using System.Text;

namespace SpacesPortal.Components.Formatting;

/// <summary>One or two letters for people and spaces without a picture.</summary>
internal static class Initials
{
    private const string NoName = "–";

    public static string Of(string? name)
    {
        var words = (name ?? "").Split([' ', '\t', '\n', '.', '_', '-', '@', ','], StringSplitOptions.RemoveEmptyEntries)
            .Select(FirstLetter)
            .OfType<string>()
            .ToList();

        return words.Count switch
        {
            0 => NoName,
            1 => words[0],
            _ => words[0] + words[^1],
        };
    }

    /// <summary>A whole rune: half of a surrogate pair would show as a replacement character.</summary>
    private static string? FirstLetter(string word)
    {
        foreach (var rune in word.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
                return Rune.ToUpper(rune, CultureInfo.InvariantCulture).ToString();
        }

        return null;
    }
}
