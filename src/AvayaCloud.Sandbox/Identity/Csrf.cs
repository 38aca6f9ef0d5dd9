using AvayaCloud.Sandbox.Hosting;

namespace AvayaCloud.Sandbox.Identity;

/// <summary>Django's double submit: the cookie <c>csrftoken</c> must equal the form field <c>csrfmiddlewaretoken</c> [wire 2.1].</summary>
internal static class Csrf
{
    public const string FormField = "csrfmiddlewaretoken";

    public static readonly CookieOptions CookieOptions = new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Path = "/" };

    private const string CookieName = "csrftoken";

    public static IResult Refusal { get; } = new OAuthErrorPage(
        new("csrf", "This form is too old or came from another site. Please go back and try again."), StatusCodes.Status403Forbidden);

    public static string GetToken(HttpContext context)
    {
        if (context.Request.Cookies[CookieName] is { Length: 40 } present && present.All(char.IsAsciiHexDigitLower))
            return present;
        var token = TokenVault.NewValue();
        context.Response.Cookies.Append(CookieName, token, CookieOptions);
        return token;
    }

    public static bool IsValid(HttpContext context, IFormCollection? form) =>
        context.Request.Cookies[CookieName] is { Length: 40 } cookie && FixedTime.AreEqual(form?.GetSingle(FormField), cookie);

    /// <summary>Runs the endpoint only for a form with a valid token; it may then use <see cref="HttpRequest.Form"/>.</summary>
    public static async ValueTask<object?> ValidateAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var context = invocation.HttpContext;
        return IsValid(context, await context.TryReadFormAsync()) ? await next(invocation) : Refusal;
    }
}
