using System.Globalization;

namespace AvayaCloud.Identity;

/// <summary>
/// Finds what shells, env files and mounted secrets leave in a text: quotation marks, blanks and line breaks around it, and invisible
/// characters within it. Avaya Cloud would refuse every sign-in, and no log would show why.
/// </summary>
internal static class StrayCharacter
{
    private const string QuotationMarks = "\"'`\u201c\u201d\u201e\u2018\u2019";

    public static string? In(string text)
    {
        if (IsStrayAtAnEnd(text[0]))
            return Sentence("begins with", text[0]);
        return IsStrayAtAnEnd(text[^1]) ? Sentence("ends with", text[^1]) : Within(text);
    }

    /// <summary>A password may begin and end with any visible character.</summary>
    public static string? InPassword(string text)
    {
        if (IsInvisible(text[^1]))
            return Sentence("ends with", text[^1]);
        return Within(text);
    }

    private static string? Within(string text)
    {
        foreach (var character in text)
        {
            if (IsInvisible(character))
                return Sentence("contains", character);
        }

        return null;
    }

    private static bool IsStrayAtAnEnd(char character) =>
        character == ' ' || QuotationMarks.Contains(character, StringComparison.Ordinal) || IsInvisible(character);

    private static bool IsInvisible(char character) => character != ' ' && char.GetUnicodeCategory(character) is
        UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    private static string Sentence(string where, char character) => $"{where} {Name(character)}: take it out.";

    private static string Name(char character) => character switch
    {
        '\r' or '\n' => "a line break",
        '\t' => "a tab",
        ' ' => "a blank",
        _ when QuotationMarks.Contains(character, StringComparison.Ordinal) => $"the quotation mark {character}",
        _ => string.Create(CultureInfo.InvariantCulture, $"the invisible character U+{(int)character:X4}"),
    };
}
