using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;

namespace AvayaCloud.Identity;

/// <summary>Configures the session cookie, as strictly as the portal's address allows.</summary>
internal static class ConfigureSessionCookie
{
    public static void Configure(
        CookieAuthenticationOptions options, IOptions<AvayaCloudSettings> settings, IOptions<SessionLifetime> lifetime,
        IDataProtectionProvider protection, MeasuredCookieManager cookies, TimeProvider clock)
    {
        var isHttps = settings.Value.IsHttps;
        options.TimeProvider = clock;
        options.CookieManager = cookies;
        options.EventsType = typeof(SessionCookieEvents);
        // RFC 6265bis section 4.1.3.2: no other host and no unencrypted page can set a cookie with this prefix.
        options.Cookie.Name = isHttps ? "__Host-spaces" : "spaces";
        options.Cookie.SecurePolicy = isHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.HttpOnly = true;
        options.Cookie.Path = "/";
        options.Cookie.IsEssential = true;
        // SessionTicketSerializer computes the end. The framework's sliding expiration would move it whenever tokens are refreshed.
        options.ExpireTimeSpan = lifetime.Value.AbsoluteTimeout;
        options.SlidingExpiration = false;
        // The issuer is part of the purpose: a cookie of another Avaya Cloud is not valid here, even with the same keys.
        var protector = protection.CreateProtector("AvayaCloud.Identity.Session.v1", settings.Value.Hosts.Identity.AbsoluteUri);
        var format = new SecureDataFormat<AuthenticationTicket>(new SessionTicketSerializer(lifetime.Value), protector);
        options.TicketDataFormat = new TicketCache(format, clock);
    }
}
