using System.Net;
using AvayaCloud.Sandbox.Control;
using AvayaCloud.Sandbox.Faults;
using AvayaCloud.Sandbox.Guests;
using AvayaCloud.Sandbox.Live;
using AvayaCloud.Sandbox.ServiceApps;

namespace AvayaCloud.Sandbox.Hosting;

/// <summary>Builds the web application: services, address, middleware and endpoints.</summary>
internal static class SandboxApp
{
    private const long MaxBodySize = 1024 * 1024;

    public static WebApplication Build(SandboxOptions options, TimeProvider clock)
    {
        // Empty: it must not use the settings files, variables and log providers of the process that contains it.
        var builder = WebApplication.CreateEmptyBuilder(
            new WebApplicationOptions { ApplicationName = typeof(SandboxApp).Assembly.GetName().Name });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxBodySize;
            // A fixed port is opened for both IP versions.
            if (options.Listen is { } address)
                kestrel.Listen(IPAddress.Parse(address), options.Port);
            else if (options.Port == 0)
                kestrel.Listen(IPAddress.Loopback, 0);
            else
                kestrel.ListenLocalhost(options.Port);
        });
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        builder.Services.AddSingleton(options).AddSingleton(clock).AddSingleton<PublicAddress>();
        builder.Services.AddSingleton<RequestLog>().AddSingleton<SandboxFaults>().AddSingleton<DemoUsers>();
        SandboxState.AddTo(builder.Services);
        builder.Services.AddSingleton<ControlState>().AddSingleton<SandboxReset>();
        builder.Services.AddIdentity();
        builder.Services.AddSingleton<CallerAuthentication>().AddSingleton<GuestTokens>();
        builder.Services.AddServiceApps();
        builder.Services.AddLive();

        var app = builder.Build();
        app.UseMiddleware<HostCheck>();
        app.UseMiddleware<RequestLogMiddleware>();
        app.UseMiddleware<FaultMiddleware>();
        app.UseWebSockets();
        app.UseRouting();
        app.MapIdentity();
        app.MapSpaces();
        app.MapLive();
        app.MapServiceApps();
        app.MapGuests();
        app.MapControl();
        app.MapAssets();
        return app;
    }
}
