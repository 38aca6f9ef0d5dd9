namespace SpacesPortal.Components.Formatting;

/// <summary>Times as text. Absolute times include their time zone.</summary>
internal static class Dates
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    public static string Ago(DateTimeOffset at, DateTimeOffset now)
    {
        var passed = now - at;
        return passed switch
        {
            { TotalMinutes: < -1 } => Day(at, zone: null),
            { TotalMinutes: < 1 } => "just now",
            { TotalHours: < 1 } => $"{(int)passed.TotalMinutes} min ago",
            { TotalDays: < 1 } => $"{(int)passed.TotalHours} h ago",
            { TotalDays: < 2 } => "yesterday",
            { TotalDays: < 7 } => $"{(int)passed.TotalDays} days ago",
            _ when at.Year == now.Year => at.ToString("d MMM", English),
            _ => at.ToString("d MMM yyyy", English),
        };
    }

    public static string Ahead(DateTimeOffset at, DateTimeOffset now)
    {
        var left = at - now;
        return left switch
        {
            { TotalMinutes: < 1 } => "now",
            { TotalHours: < 1 } => $"in {Math.Round(left.TotalMinutes)} min",
            { TotalDays: < 2 } => $"in {Math.Round(left.TotalHours)} h",
            _ => $"in {Math.Round(left.TotalDays)} days",
        };
    }

    /// <summary>“45 min”, “1 h 30 min”.</summary>
    public static string Length(TimeSpan length) => length switch
    {
        { TotalMinutes: < 1 } => "less than a minute",
        { TotalHours: < 1 } => $"{(int)length.TotalMinutes} min",
        { Minutes: 0 } => $"{(int)length.TotalHours} h",
        _ => $"{(int)length.TotalHours} h {length.Minutes} min",
    };

    public static string Day(DateTimeOffset at, TimeZoneInfo? zone) => In(at, zone).ToString("d MMMM yyyy", English);

    public static string Moment(DateTimeOffset at, TimeZoneInfo? zone) =>
        string.Create(English, $"{In(at, zone):d MMMM yyyy, HH:mm} {ZoneName(at, zone)}");

    /// <summary>Avaya's <c>timezone</c> is free text and mostly empty. Null, for UTC, if it is not a known zone.</summary>
    public static TimeZoneInfo? Zone(string? id) => TimeZoneInfo.TryFindSystemTimeZoneById(id ?? "", out var zone) ? zone : null;

    private static DateTimeOffset In(DateTimeOffset at, TimeZoneInfo? zone) => TimeZoneInfo.ConvertTime(at, zone ?? TimeZoneInfo.Utc);

    private static string ZoneName(DateTimeOffset at, TimeZoneInfo? zone)
    {
        if (zone is null || zone.GetUtcOffset(at) == TimeSpan.Zero)
            return "UTC";

        var offset = zone.GetUtcOffset(at);
        var sign = offset < TimeSpan.Zero ? '−' : '+';
        return offset.Minutes == 0 ? $"UTC{sign}{Math.Abs(offset.Hours)}" : $"UTC{sign}{offset:h\\:mm}";
    }
}
