using System.ComponentModel;
using System.Globalization;
using System.Text.RegularExpressions;

namespace AvayaCloud.Identity;

/// <summary>Checks the text of one setting. Each error is a sentence with the reason and the fix, without the value.</summary>
internal static partial class SettingValue
{
    private const string QuotationMarks = "\"'`\u201c\u201d\u201e\u2018\u2019";

    /// <summary>Why the text cannot be read, or would not be read as meant; null if it is fine.</summary>
    public static string? FindError(Type type, string text)
    {
        if (type == typeof(string))
            return FindStrayCharacter(text, $" {QuotationMarks}");
        if (type == typeof(TimeSpan) && FindHoursReadAsDays(text) is { } error)
            return error;
        return IsReadable(type, text) ? null : $"cannot be read: it must be {Describe(type)}.";
    }

    /// <summary>A password may begin and end with any visible character.</summary>
    public static string? FindPasswordError(string text) => FindStrayCharacter(text, strayAtEnds: "");

    // Shells, env files and mounted secrets leave quotation marks, spaces and line breaks. Avaya Cloud would refuse every sign-in, and no
    // log would show why.
    private static string? FindStrayCharacter(string text, string strayAtEnds)
    {
        if (text.Length == 0)
            return null;
        if (IsStray(text[0]))
            return $"begins with {Describe(text[0])}: remove it.";
        if (IsStray(text[^1]))
            return $"ends with {Describe(text[^1])}: remove it.";
        return text.Any(IsInvisible) ? $"contains {Describe(text.First(IsInvisible))}: remove it." : null;

        bool IsStray(char character) => IsInvisible(character) || strayAtEnds.Contains(character, StringComparison.Ordinal);
    }

    private static bool IsInvisible(char character) => character != ' ' && char.GetUnicodeCategory(character) is
        UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    private static string Describe(char character) => character switch
    {
        '\r' or '\n' => "a line break",
        '\t' => "a tab",
        ' ' => "a space",
        _ when QuotationMarks.Contains(character, StringComparison.Ordinal) => $"the quotation mark {character}",
        _ => string.Create(CultureInfo.InvariantCulture, $"the invisible character U+{(int)character:X4}"),
    };

    // .NET reads the first number of "24:00:00" as days, because hours end at 23.
    private static string? FindHoursReadAsDays(string text)
    {
        if (HoursMinutesSeconds().Match(text) is not { Success: true } match)
            return null;
        var hours = int.Parse(match.Groups["hours"].Value, NumberStyles.None, CultureInfo.InvariantCulture);
        if (hours < 24)
            return null;
        var fix = string.Create(CultureInfo.InvariantCulture, $"{hours / 24}.{hours % 24:00}:{match.Groups["rest"].Value}");
        return $"would be read as {hours} days: write {fix} for {hours} hours.";
    }

    // The converter of an enum would also accept numbers and lists of names.
    private static bool IsReadable(Type type, string text) => type.IsEnum
        ? Enum.GetNames(type).Contains(text.Trim(), StringComparer.OrdinalIgnoreCase)
        : TypeDescriptor.GetConverter(type).IsValid(text);

    private static string Describe(Type type) => type switch
    {
        { IsEnum: true } => $"one of {string.Join(", ", Enum.GetNames(type)[..^1])} and {Enum.GetNames(type)[^1]}",
        _ when type == typeof(TimeSpan) => "a time span such as 08:00:00 or 1.00:00:00",
        _ when type == typeof(Uri) => "an address such as https://portal.example.com",
        _ when type == typeof(bool) => "true or false",
        _ => "a whole number",
    };

    [GeneratedRegex(@"^\s*(?<hours>\d{2,6}):(?<rest>\d{1,2}:\d{1,2}(\.\d+)?)\s*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex HoursMinutesSeconds();
}
