using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;

namespace AvayaCloud.Identity;

/// <summary>The one cookie: as small and as closed as the address allows.</summary>
internal sealed class ConfigureSessionCookie(
    IOptions<AvayaCloudSettings> settings, IOptions<SessionLifetime> session, IDataProtectionProvider protection,
    SessionMetrics metrics, TimeProvider clock)
    : IConfigureNamedOptions<CookieAuthenticationOptions>
{
    public void Configure(CookieAuthenticationOptions options) => Configure(Options.DefaultName, options);

    public void Configure(string? name, CookieAuthenticationOptions options)
    {
        if (name != AvayaCloudDefaults.SessionScheme)
            return;

        var isHttps = settings.Value.IsHttps;
        options.TimeProvider = clock;
        options.CookieManager = new MeasuredCookieManager(metrics);
        options.EventsType = typeof(SessionCookieEvents);
        // RFC 6265bis section 4.1.3.2: no other host and no unencrypted page can set a cookie of this name.
        options.Cookie.Name = isHttps ? "__Host-spaces" : "spaces";
        options.Cookie.SecurePolicy = isHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.HttpOnly = true;
        options.Cookie.Path = "/";
        options.Cookie.IsEssential = true;
        // Both ends are computed from the ticket (SessionTicketSerializer); the framework's sliding would move them with each renewal.
        options.ExpireTimeSpan = session.Value.AbsoluteTimeout;
        options.SlidingExpiration = false;
        // A cookie of another Avaya Cloud must not open a session here, even with the same keys.
        var purpose = settings.Value.Hosts.Identity.AbsoluteUri;
        options.TicketDataFormat = new TicketCache(
            new SecureDataFormat<AuthenticationTicket>(
                new SessionTicketSerializer(session.Value), protection.CreateProtector("AvayaCloud.Identity.Session.v1", purpose)),
            clock);
    }
}
