using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace AvayaCloud.Sandbox;

/// <summary>A running Avaya Cloud, until disposed; on loopback unless told otherwise.</summary>
public sealed class SandboxServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private bool _isDisposed;

    private SandboxServer(WebApplication app, Uri address)
    {
        _app = app;
        Address = address;
    }

    public Uri Address { get; }

    public SandboxClient Client => _app.Services.GetRequiredService<SandboxClient>();

    public IReadOnlyList<DemoPerson> People => _app.Services.GetRequiredService<Cast>().Demo;

    public SandboxLog Log => _app.Services.GetRequiredService<SandboxLog>();

    public SandboxFaults Faults => _app.Services.GetRequiredService<SandboxFaults>();

    public SandboxServiceApps ServiceApps => _app.Services.GetRequiredService<SandboxServiceApps>();

    public SandboxSockets Sockets => _app.Services.GetRequiredService<SandboxSockets>();

    public SandboxTokens Tokens => _app.Services.GetRequiredService<SandboxTokens>();

    /// <summary>Starts one. Refuses every environment but Development, and options that make no sense, in words.</summary>
    public static async Task<SandboxServer> StartAsync(
        SandboxOptions options, TimeProvider? clock = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        EnvironmentGuard.Check(Environment.GetEnvironmentVariable);
        options.Validate();

        // In a flow of its own: test hosts find the portal's host through an AsyncLocal, and would take this one for it.
        Task<WebApplication> starting;
        using (ExecutionContext.SuppressFlow())
            starting = Task.Run(() => StartAppAsync(options, clock ?? TimeProvider.System, cancellationToken), cancellationToken);
        var app = await starting;

        var address = AddressOf(app);
        app.Services.GetRequiredService<PublicAddress>().Is(options.PublicUrl is { } url ? new Uri(url) : address);
        return new SandboxServer(app, address);
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, true))
            return;
        Faults.Clear();
        using var hurry = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await _app.StopAsync(hurry.Token);
        await _app.DisposeAsync();
    }

    private static async Task<WebApplication> StartAppAsync(SandboxOptions options, TimeProvider clock, CancellationToken cancellationToken)
    {
        var app = SandboxApp.Build(options, clock);
        try
        {
            await app.StartAsync(cancellationToken);
            return app;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    private static Uri AddressOf(WebApplication app)
    {
        var bound = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        return bound.Host is "0.0.0.0" or "[::]" ? new UriBuilder(bound) { Host = "localhost" }.Uri : bound;
    }
}
