using System.Buffers.Text;
using System.Globalization;
using Microsoft.AspNetCore.DataProtection;

namespace AvayaCloud.Identity;

/// <summary>
/// The sign-ins that this browser has begun: one short-lived cookie each, so that tabs do not disturb one another, and at most
/// <see cref="Limit"/>, so that abandoned ones do not pile up until a proxy refuses the headers. A cookie ends with its first callback.
/// </summary>
internal sealed class SignInCorrelation(IDataProtectionProvider protection, TimeProvider clock)
{
    public const int Limit = 5;
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    // Five cookies with five long addresses would not fit in a header; the state carries the address in full.
    private const int LongestRememberedUrl = 256;

    private readonly IDataProtector _protector =
        protection.CreateProtector("AvayaCloud.Identity.SignInCorrelation.v1");

    /// <summary>Begins one and returns its id, 128 bits of chance.</summary>
    public string Begin(HttpContext context, CookieBuilder cookie, string returnUrl)
    {
        var now = clock.GetUtcNow();
        foreach (var old in Of(context.Request, cookie).OrderByDescending(entry => entry.Begun).Skip(Limit - 1))
            context.Response.Cookies.Delete(old.CookieName, Options(context, cookie));

        var id = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));
        var remembered = returnUrl.Length <= LongestRememberedUrl ? returnUrl : ReturnUrl.Home;
        var options = Options(context, cookie);
        options.MaxAge = Lifetime;
        context.Response.Cookies.Append(
            cookie.Name + id, _protector.Protect($"{now.ToUnixTimeMilliseconds()} {remembered}"), options);
        return id;
    }

    /// <summary>False when this browser did not begin it, or has ended it before. Either way it is over now.</summary>
    public bool End(HttpContext context, CookieBuilder cookie, string id)
    {
        var begun = Of(context.Request, cookie).Any(entry => entry.CookieName == cookie.Name + id);
        context.Response.Cookies.Delete(cookie.Name + id, Options(context, cookie));
        return begun;
    }

    /// <summary>Where the newest one was to lead: all that is known when a callback's state cannot be read.</summary>
    public string NewestReturnUrl(HttpContext context, CookieBuilder cookie) =>
        Of(context.Request, cookie).OrderByDescending(entry => entry.Begun).Select(entry => entry.ReturnUrl).FirstOrDefault(ReturnUrl.Home);

    private static CookieOptions Options(HttpContext context, CookieBuilder cookie) => cookie.Build(context);

    private IEnumerable<Pending> Of(HttpRequest request, CookieBuilder cookie)
    {
        foreach (var (name, value) in request.Cookies)
        {
            if (name.StartsWith(cookie.Name!, StringComparison.Ordinal))
                yield return Read(name, value);
        }
    }

    private Pending Read(string name, string value)
    {
        try
        {
            var parts = _protector.Unprotect(value).Split(' ', 2);
            var begun = DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(parts[0], CultureInfo.InvariantCulture));
            return new Pending(name, begun, begun + Lifetime > clock.GetUtcNow() ? ReturnUrl.Sanitize(parts[1]) : ReturnUrl.Home);
        }
        catch (CryptographicException)
        {
            // Foreign or altered: the first to be dropped.
            return new Pending(name, DateTimeOffset.MinValue, ReturnUrl.Home);
        }
    }

    private sealed record Pending(string CookieName, DateTimeOffset Begun, string ReturnUrl);
}
