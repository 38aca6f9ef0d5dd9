namespace AvayaCloud.Sandbox.Identity;

/// <summary>Django's double submit: the cookie <c>csrftoken</c> must equal the form field <c>csrfmiddlewaretoken</c> [wire 2.1].</summary>
internal sealed class Csrf : IEndpointFilter
{
    public const string FormField = "csrfmiddlewaretoken";

    private const string CookieName = "csrftoken";

    public static CookieOptions CookieOptions { get; } = new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Path = "/" };

    public static string GetToken(HttpContext context)
    {
        if (context.Request.Cookies[CookieName] is { Length: 40 } present && present.All(char.IsAsciiHexDigitLower))
            return present;
        var token = TokenVault.NewValue();
        context.Response.Cookies.Append(CookieName, token, CookieOptions);
        return token;
    }

    /// <summary>Runs the endpoint only for a form with a valid token. The endpoint can then use <see cref="HttpRequest.Form"/>.</summary>
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var form = await context.HttpContext.TryReadFormAsync();
        var cookie = context.HttpContext.Request.Cookies[CookieName];
        if (cookie is { Length: 40 } && form?.GetSingle(FormField) == cookie)
            return await next(context);
        var error = new OAuthError("csrf", "This form is too old or came from another site. Please go back and try again.");
        return new OAuthErrorPage(error, StatusCodes.Status403Forbidden);
    }
}
