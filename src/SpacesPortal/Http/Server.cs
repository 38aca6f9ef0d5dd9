using System.Text;
using Microsoft.AspNetCore.HostFiltering;

namespace SpacesPortal.Http;

/// <summary>The web server and its middleware, in their order.</summary>
internal static class Server
{
    private static readonly string[] ForScripts =
        ["/api", "/health", "/_blazor", "/_framework", ChannelEndpoint.Path, .. SessionStatusEndpoints.Paths];
    private static readonly string[] Loopback = ["localhost", "127.0.0.1", "[::1]"];

    public static WebApplicationBuilder AddServer(this WebApplicationBuilder builder, PortalOptions portal)
    {
        // Also outside Development when run from the build output. Published output has no such manifest and needs none.
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 1024 * 1024;
            // The default rejects headers that are not UTF-8, but cookies of other sites may hold any bytes (RFC 9110 section 5.5).
            kestrel.RequestHeaderEncodingSelector = _ => Encoding.Latin1;
        });

        // Only the configured address decides where users are sent, not Host or X-Forwarded-Host (RFC 9700 section 4.1). Loopback names
        // are for requests from inside the container.
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
            // Behind a proxy that terminates TLS, requests arrive by http, but cookies and addresses follow the public address.
            if (publicUrl is not null)
                context.Request.Scheme = publicUrl.Scheme;
            // Razor pages answer HEAD, which monitors use, with 405. Kestrel omits the body. The callback is not a page.
            var isHeadOfPage = HttpMethods.IsHead(context.Request.Method) && context.Request.Path != AvayaCloudDefaults.CallbackPath;
            return isHeadOfPage ? next.InvokeAsGetAsync(context) : next(context);
        });
        // In Development, too: the developer exception page shows cookies and query. The exception is in the log.
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
