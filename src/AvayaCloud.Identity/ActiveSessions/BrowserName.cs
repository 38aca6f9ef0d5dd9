namespace AvayaCloud.Identity;

/// <summary>Browser and system from the User-Agent header, so that users can tell their own sessions apart. Not trusted.</summary>
internal static class BrowserName
{
    // In this order, because each one also claims to be those below it.
    private static readonly (string Mark, string Name)[] Browsers =
    [
        ("Edg/", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser/", "Samsung Internet"), ("Firefox/", "Firefox"), ("FxiOS/", "Firefox"),
        ("CriOS/", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari"),
    ];

    private static readonly (string Mark, string Name)[] Systems =
    [
        ("Windows", "Windows"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("CrOS", "ChromeOS"),
        ("Mac OS X", "macOS"), ("Linux", "Linux"),
    ];

    public static string Of(string? userAgent) => (Find(Browsers, userAgent), Find(Systems, userAgent)) switch
    {
        ({ } browser, { } system) => $"{browser} on {system}",
        ({ } browser, null) => browser,
        (null, { } system) => $"A browser on {system}",
        _ => "Unknown browser",
    };

    private static string? Find((string Mark, string Name)[] names, string? userAgent) =>
        names.FirstOrDefault(name => userAgent?.Contains(name.Mark, StringComparison.Ordinal) == true).Name;
}
