using System.Text;

namespace SpacesPortal.Components.Formatting;

/// <summary>One or two letters for people and spaces without a picture.</summary>
internal static class Initials
{
    private const string NoName = "–";

    public static string Of(string? name)
    {
        var letters = (name ?? "").Split([' ', '\t', '\n', '.', '_', '-', '@', ','], StringSplitOptions.RemoveEmptyEntries)
            .Select(FirstLetter)
            .OfType<string>()
            .ToList();
        return letters.Count switch
        {
            0 => NoName,
            1 => letters[0],
            _ => letters[0] + letters[^1],
        };
    }

    // By runes: half of a surrogate pair would show as a replacement character.
    private static string? FirstLetter(string word) =>
        word.EnumerateRunes().Where(Rune.IsLetterOrDigit).Select(rune => Rune.ToUpper(rune, CultureInfo.InvariantCulture).ToString())
            .FirstOrDefault();
}
