using System.Globalization;
using Microsoft.AspNetCore.DataProtection;

namespace AvayaCloud.Identity;

/// <summary>The pending sign-ins of a browser: one short-lived cookie each, so that tabs do not interfere, and at most <see cref="Limit"/>,
/// so that abandoned ones do not grow until a proxy rejects the headers. The first callback removes the cookie.</summary>
internal sealed class SignInCorrelation(IDataProtectionProvider protection, TimeProvider clock)
{
    public const int Limit = 5;
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    // Five cookies with longer addresses would exceed a header. The state has the full address.
    private const int MaxReturnUrlLength = 256;

    private readonly IDataProtector _protector = protection.CreateProtector("AvayaCloud.Identity.SignInCorrelation.v1");

    /// <summary>Adds a pending sign-in and returns its id, 128 random bits.</summary>
    public string Add(HttpContext context, CookieBuilder cookie, string returnUrl)
    {
        foreach (var old in GetPending(context.Request, cookie).Skip(Limit - 1))
            context.Response.Cookies.Delete(old.CookieName, cookie.Build(context));

        var id = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));
        var storedUrl = returnUrl.Length <= MaxReturnUrlLength ? returnUrl : ReturnUrl.Home;
        var options = cookie.Build(context);
        options.MaxAge = Lifetime;
        var value = _protector.Protect($"{clock.GetUtcNow().ToUnixTimeMilliseconds()} {storedUrl}");
        context.Response.Cookies.Append(cookie.Name + id, value, options);
        return id;
    }

    /// <summary>Removes it. False when this browser did not begin it, or its cookie was removed before.</summary>
    public static bool TryRemove(HttpContext context, CookieBuilder cookie, string id)
    {
        var name = cookie.Name + id;
        var isPending = context.Request.Cookies.Keys.Contains(name, StringComparer.Ordinal);
        context.Response.Cookies.Delete(name, cookie.Build(context));
        return isPending;
    }

    /// <summary>The newest one's return address, for a callback whose state cannot be read.</summary>
    public string GetNewestReturnUrl(HttpContext context, CookieBuilder cookie) =>
        GetPending(context.Request, cookie).Select(entry => entry.ReturnUrl).FirstOrDefault(ReturnUrl.Home);

    // The newest first.
    private IEnumerable<PendingSignIn> GetPending(HttpRequest request, CookieBuilder cookie) =>
        request.Cookies
            .Where(entry => entry.Key.StartsWith(cookie.Name!, StringComparison.Ordinal))
            .Select(entry => Read(entry.Key, entry.Value))
            .OrderByDescending(entry => entry.StartedAt);

    private PendingSignIn Read(string name, string value)
    {
        try
        {
            var parts = _protector.Unprotect(value).Split(' ', 2);
            var startedAt = DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(parts[0], CultureInfo.InvariantCulture));
            var isCurrent = startedAt + Lifetime > clock.GetUtcNow();
            return new PendingSignIn(name, startedAt, isCurrent ? ReturnUrl.Sanitize(parts[1]) : ReturnUrl.Home);
        }
        catch (CryptographicException)
        {
            // Not from this portal: the first to be dropped.
            return new PendingSignIn(name, DateTimeOffset.MinValue, ReturnUrl.Home);
        }
    }

    private sealed record PendingSignIn(string CookieName, DateTimeOffset StartedAt, string ReturnUrl);
}
