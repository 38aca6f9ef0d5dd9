using System.ComponentModel;
using System.Globalization;
using System.Text.RegularExpressions;

namespace AvayaCloud.Identity;

/// <summary>Checks the values of time spans, enums, numbers and addresses.</summary>
internal static partial class TypedSetting
{
    /// <summary>Why the value cannot be read, or would be read as something other than meant; null when it is sound.</summary>
    public static string? Problem(Type type, string text)
    {
        if (type == typeof(TimeSpan) && HoursAsDays(text) is { } mistaken)
            return mistaken;
        return IsReadable(type, text) ? null : $"cannot be read: it must be {Form(type)}.";
    }

    // The converter of an enum would accept numbers and lists of names, too.
    private static bool IsReadable(Type type, string text) => type.IsEnum
        ? Enum.GetNames(type).Contains(text.Trim(), StringComparer.OrdinalIgnoreCase)
        : TypeDescriptor.GetConverter(type).IsValid(text);

    // .NET reads the first number of "24:00:00" as days, because no clock shows 24 hours.
    private static string? HoursAsDays(string text)
    {
        if (HoursMinutesSeconds().Match(text) is not { Success: true } match)
            return null;
        var hours = int.Parse(match.Groups["hours"].Value, NumberStyles.None, CultureInfo.InvariantCulture);
        if (hours < 24)
            return null;
        var fix = string.Create(CultureInfo.InvariantCulture, $"{hours / 24}.{hours % 24:00}:{match.Groups["rest"].Value}");
        return $"would be read as {hours} days: write {fix} for {hours} hours.";
    }

    private static string Form(Type type) => type switch
    {
        { IsEnum: true } => OneOf(Enum.GetNames(type)),
        _ when type == typeof(TimeSpan) => "a time span such as 08:00:00 or 1.00:00:00",
        _ when type == typeof(Uri) => "an address such as https://portal.example.com",
        _ when type == typeof(bool) => "true or false",
        _ => "a whole number",
    };

    private static string OneOf(string[] names) => $"one of {string.Join(", ", names.SkipLast(1))} and {names[^1]}";

    [GeneratedRegex(@"^\s*(?<hours>\d{2,6}):(?<rest>\d{1,2}:\d{1,2}(\.\d+)?)\s*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex HoursMinutesSeconds();
}
