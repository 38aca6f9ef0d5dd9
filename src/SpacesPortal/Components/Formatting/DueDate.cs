namespace SpacesPortal.Components.Formatting;

/// <summary>Due dates are days for users, and moments for the API: the end of the day in the user's time zone.</summary>
internal static class DueDate
{
    private const string Format = "yyyy-MM-dd";

    /// <summary>The value of a date field.</summary>
    public static string? ToField(DateTimeOffset? due, TimeZoneInfo? zone) =>
        due is { } at ? DayOf(at, zone).ToString(Format, CultureInfo.InvariantCulture) : null;

    /// <summary>Null without a valid day.</summary>
    public static DateTimeOffset? Parse(string? field, TimeZoneInfo? zone)
    {
        if (!DateOnly.TryParseExact(field, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return null;
        var end = day.ToDateTime(new TimeOnly(23, 59));
        return new DateTimeOffset(end, (zone ?? TimeZoneInfo.Utc).GetUtcOffset(end)).ToUniversalTime();
    }

    public static DateOnly DayOf(DateTimeOffset at, TimeZoneInfo? zone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone ?? TimeZoneInfo.Utc).DateTime);
}
