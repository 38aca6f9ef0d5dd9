using System.Text;
using Microsoft.AspNetCore.HostFiltering;

namespace SpacesPortal.Http;

/// <summary>How the portal stands in its network: which address it answers to, with which headers, in which order.</summary>
internal static class Server
{
    private static readonly string[] ForScripts =
        ["/api", "/health", "/_blazor", "/_framework", ChannelEndpoint.Path, .. SessionStatusEndpoints.Paths];
    private static readonly string[] Loopback = ["localhost", "127.0.0.1", "[::1]"];

    public static WebApplicationBuilder AddServer(this WebApplicationBuilder builder, PortalOptions portal)
    {
        // Outside Development, too, when run from the build's output; published output has no such manifest, and needs none.
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 1024 * 1024;
            // The default refuses what is not UTF-8. Cookies and addresses of other sites may be any bytes (RFC 9110 section 5.5).
            kestrel.RequestHeaderEncodingSelector = _ => Encoding.Latin1;
        });

        // The configured address rules: no Host and no X-Forwarded-Host decides where people are sent (RFC 9700 section 4.1).
        // Loopback names stay allowed for who asks from inside the container; nothing that they see depends on them.
        var publicHost = portal.PublicAddress?.Host;
        builder.Services.PostConfigure<HostFilteringOptions>(hosts =>
        {
            hosts.AllowedHosts = publicHost is null ? [.. Loopback] : [publicHost, .. Loopback];
            hosts.AllowEmptyHosts = false;
        });
        return builder.AddHealth();
    }

    public static void UseServer(this WebApplication app)
    {
        var publicUrl = app.Services.GetRequiredService<IOptions<AvayaCloudSettings>>().Value.PublicUrl;
        app.UseMiddleware<SecurityHeaders>();
        app.UseRequestLog();
        app.Use((context, next) =>
        {
            // Behind a proxy that ends TLS the request comes by http; cookies and addresses are those of the public one.
            if (publicUrl is not null)
                context.Request.Scheme = publicUrl.Scheme;
            // Monitors ask by HEAD, to which a Razor page answers 405; the server leaves the body out by itself. A callback is no page.
            return HttpMethods.IsHead(context.Request.Method) && context.Request.Path != AvayaCloudDefaults.CallbackPath
                ? RunAsGet.InvokeAsync(context, next)
                : next(context);
        });
        // In Development, too: the developer's page repeats the request's cookies and query. The log has the exception.
        app.UseErrorPages(ForScripts);
        app.UseMiddleware<OriginCheck>();
        app.UseWebSockets(
            new WebSocketOptions { KeepAliveInterval = TimeSpan.FromSeconds(30), KeepAliveTimeout = TimeSpan.FromSeconds(20) });
        app.UseMiddleware<EnhancedNavigation>();
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseMiddleware<CircuitBinding>();
        app.UseAntiforgery();
    }
}
