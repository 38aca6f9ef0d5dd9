namespace SpacesPortal.Components.Formatting;

/// <summary>The time zone of the user's browser, which app.js writes to a cookie; null, for UTC, without one.</summary>
internal static class UserZone
{
    public const string Cookie = "zone";

    public static TimeZoneInfo? Of(HttpContext? context) => Dates.Zone(context?.Request.Cookies[Cookie]);
}
