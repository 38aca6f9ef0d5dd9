using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace SpacesPortal.Appearance;

public enum Theme
{
    System,
    Light,
    Dark,
}

/// <summary>The theme, in a cookie that the server reads: the first paint is right without a script.</summary>
internal static class ThemeCookie
{
    /// <summary>Not HttpOnly, because app.js writes it as well.</summary>
    public const string Name = "theme";

    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(365);

    public static Theme Read(HttpContext? context) => Parse(context?.Request.Cookies[Name]);

    public static Theme Parse(string? text) => text switch
    {
        "light" => Theme.Light,
        "dark" => Theme.Dark,
        _ => Theme.System,
    };

    /// <summary>The value of <c>data-theme</c>; null follows the system.</summary>
    public static string? Attribute(Theme theme) => theme switch
    {
        Theme.Light => "light",
        Theme.Dark => "dark",
        _ => null,
    };

    /// <summary>Maps the form for browsers without script; with it, app.js writes the cookie and sends no request.</summary>
    public static void MapTheme(this IEndpointRouteBuilder endpoints) => endpoints.MapPost("/theme", Choose).AllowAnonymous();

    private static RedirectHttpResult Choose(HttpContext context, [FromForm] string? theme, [FromForm] string? returnUrl)
    {
        var options = new CookieOptions { Path = "/", SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, MaxAge = Lifetime };
        if (Attribute(Parse(theme)) is { } value)
            context.Response.Cookies.Append(Name, value, options);
        else
            context.Response.Cookies.Delete(Name, options);
        return TypedResults.Redirect(ReturnUrl.Sanitize(returnUrl));
    }
}
