using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace SpacesPortal.Appearance;

/// <summary>The theme, in a cookie that the server reads: the first paint is right without a script.</summary>
internal static class Theme
{
    // Not HttpOnly, because app.js writes it as well.
    private const string Cookie = "theme";

    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(365);

    /// <summary>The value of <c>data-theme</c>; null follows the system.</summary>
    public static string? Read(HttpContext? context) => Parse(context?.Request.Cookies[Cookie]);

    public static string? Parse(string? text) => text is "light" or "dark" ? text : null;

    /// <summary>Maps the form for browsers without script; with it, app.js writes the cookie and sends no request.</summary>
    public static void MapTheme(this IEndpointRouteBuilder endpoints) => endpoints.MapPost("/theme", Choose).AllowAnonymous();

    private static RedirectHttpResult Choose(HttpContext context, [FromForm] string? theme, [FromForm] string? returnUrl)
    {
        var options = new CookieOptions { Path = "/", SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, MaxAge = Lifetime };
        if (Parse(theme) is { } value)
            context.Response.Cookies.Append(Cookie, value, options);
        else
            context.Response.Cookies.Delete(Cookie, options);
        return TypedResults.Redirect(ReturnUrl.Sanitize(returnUrl));
    }
}
