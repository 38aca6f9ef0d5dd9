namespace AvayaCloud.Sandbox.Identity;

/// <summary>Django's double submit: the cookie <c>csrftoken</c> and the form field <c>csrfmiddlewaretoken</c> agree [wire 2.1].</summary>
internal static class Csrf
{
    public const string CookieName = "csrftoken";
    public const string Field = "csrfmiddlewaretoken";

    public static string Token(HttpContext context)
    {
        if (context.Request.Cookies[CookieName] is { Length: 40 } present && present.All(char.IsAsciiHexDigitLower))
            return present;
        var token = TokenVault.NewValue();
        context.Response.Cookies.Append(CookieName, token, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Path = "/" });
        return token;
    }

    public static bool Holds(HttpContext context, string? field) =>
        context.Request.Cookies[CookieName] is { Length: 40 } cookie && field is not null
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(cookie), Encoding.UTF8.GetBytes(field));
}
