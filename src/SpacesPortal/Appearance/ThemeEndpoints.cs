using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace SpacesPortal.Appearance;

internal static class ThemeEndpoints
{
    /// <summary>The way without script; with it, app.js writes the cookie and no request is made.</summary>
    public static IEndpointRouteBuilder MapTheme(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/theme", Choose).AllowAnonymous();
        return endpoints;
    }

    private static RedirectHttpResult Choose(HttpContext context, [FromForm] string? theme, [FromForm] string? returnUrl)
    {
        ThemeCookie.Write(context, ThemeCookie.Parse(theme));
        return TypedResults.Redirect(ReturnUrl.Sanitize(returnUrl));
    }
}
