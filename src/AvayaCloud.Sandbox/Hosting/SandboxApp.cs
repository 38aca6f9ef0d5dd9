using System.Net;
using AvayaCloud.Sandbox.Control;
using AvayaCloud.Sandbox.Faults;
using AvayaCloud.Sandbox.Guests;
using AvayaCloud.Sandbox.Live;
using AvayaCloud.Sandbox.ServiceApps;

namespace AvayaCloud.Sandbox.Hosting;

/// <summary>Puts the rooms together: which services there are, which address it listens on, what answers where.</summary>
internal static class SandboxApp
{
    private const long LargestBody = 1024 * 1024;

    public static WebApplication Build(SandboxOptions options, TimeProvider clock)
    {
        // Empty: takes nothing from the files, variables and log providers of the process that it lives in.
        var builder = WebApplication.CreateEmptyBuilder(
            new WebApplicationOptions { ApplicationName = typeof(SandboxApp).Assembly.GetName().Name });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
            // Loopback unless told otherwise, on both IP versions where the port is fixed.
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
        builder.Services.AddSingleton<SandboxLog>()
            .AddSingleton<SandboxFaults>()
            .AddSingleton(it => new SandboxTokens(it.GetRequiredService<TokenVault>()));
        builder.Services.AddSingleton<Cast>();
        SandboxState.AddTo(builder.Services);
        builder.Services.AddSingleton<ControlState>().AddSingleton<FreshStart>();
        builder.Services.AddIdentity();
        builder.Services.AddSpaces();
        builder.Services.AddServiceApps();
        builder.Services.AddGuests();
        builder.Services.AddLive();

        var app = builder.Build();
        app.UseMiddleware<HostCheck>();
        app.UseMiddleware<Recorder>();
        app.UseMiddleware<FaultMiddleware>();
        app.UseWebSockets();
        app.UseRouting();
        app.MapIdentity();
        app.MapSpaces();
        app.MapLive();
        app.MapServiceApps();
        app.MapGuests();
        app.MapControl();
        app.MapFiles();
        return app;
    }
}
