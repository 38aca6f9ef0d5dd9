namespace SpacesPortal.Components.Formatting;

internal static class Licences
{
    public static string Name(License licence) => (licence.ServiceType ?? licence.ProductType)?.ToLowerInvariant() switch
    {
        "zangspaces_business" or "spaces_business" => "Spaces Business",
        "zangspaces_power" or "spaces_power" => "Spaces Power",
        "zangspaces_team" or "spaces_team" => "Spaces Team",
        "zangspaces_essential" or "spaces_essential" => "Spaces Essential",
        null => "Unnamed licence",
        _ => licence.ServiceType ?? licence.ProductType!,
    };

    public static (string Text, string? Tone) Expiry(License licence, DateTimeOffset now)
    {
        if (licence.Expires is not { } end || IsForever(end, now))
            return ("Does not expire", null);

        var days = (int)Math.Ceiling((end - now).TotalDays);
        return days switch
        {
            <= 0 => ($"Expired on {Dates.Day(end, zone: null)}", "bad"),
            1 => ("Ends within a day", "warn"),
            <= 30 => ($"Ends in {days} days, on {Dates.Day(end, zone: null)}", "warn"),
            _ => ($"Valid until {Dates.Day(end, zone: null)}", null),
        };
    }

    /// <summary>Who pays, from <c>parent_type</c>.</summary>
    public static string? Owner(License licence) => licence.ParentType?.ToLowerInvariant() switch
    {
        null => null,
        "company" => "Provided by your company",
        "user" => "Your own",
        _ => $"Provided through: {licence.ParentType}",
    };

    /// <summary>Avaya uses the year 2300 for licences that do not expire [seed 1].</summary>
    private static bool IsForever(DateTimeOffset end, DateTimeOffset now) => end.Year - now.Year > 50;
}
