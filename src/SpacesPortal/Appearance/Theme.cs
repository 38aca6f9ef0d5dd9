namespace SpacesPortal.Appearance;

public enum Theme
{
    System,
    Light,
    Dark,
}

/// <summary>The choice lives in a cookie that the server reads: the first paint is right, and no script has to run.</summary>
internal static class ThemeCookie
{
    /// <summary>The script writes it as well (app.js), hence no HttpOnly.</summary>
    public const string Name = "theme";

    private static readonly TimeSpan Life = TimeSpan.FromDays(365);

    public static Theme Read(HttpContext? context) => Parse(context?.Request.Cookies[Name]);

    public static Theme Parse(string? text) => text switch
    {
        "light" => Theme.Light,
        "dark" => Theme.Dark,
        _ => Theme.System,
    };

    /// <summary>For <c>data-theme</c>; without one the system decides.</summary>
    public static string? Attribute(Theme theme) => theme switch
    {
        Theme.Light => "light",
        Theme.Dark => "dark",
        _ => null,
    };

    public static void Write(HttpContext context, Theme theme)
    {
        var options = new CookieOptions { Path = "/", SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, MaxAge = Life };
        if (Attribute(theme) is { } value)
            context.Response.Cookies.Append(Name, value, options);
        else
            context.Response.Cookies.Delete(Name, options);
    }
}
