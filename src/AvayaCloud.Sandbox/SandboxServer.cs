using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace AvayaCloud.Sandbox;

/// <summary>A running Avaya Cloud, until it is disposed. It listens on loopback unless the options say otherwise.</summary>
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
    public SandboxClient Client => Get<SandboxClient>();
    public IReadOnlyList<DemoUser> Users => Get<DemoUsers>().Listed;
    public RequestLog Log => Get<RequestLog>();
    public SandboxFaults Faults => Get<SandboxFaults>();
    public SandboxServiceApps ServiceApps => Get<SandboxServiceApps>();
    public SandboxSockets Sockets => Get<SandboxSockets>();
    public TokenVault Tokens => Get<TokenVault>();

    /// <summary>Starts a sandbox.</summary>
    /// <exception cref="InvalidOperationException">The environment is not Development, or an option is not valid.</exception>
    public static async Task<SandboxServer> StartAsync(
        SandboxOptions options, TimeProvider? clock = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        EnvironmentGuard.Check(Environment.GetEnvironmentVariable);
        options.Validate();

        // Test hosts find the portal's host through an AsyncLocal, and would mistake this one for it. So it starts outside that flow.
        Task<WebApplication> starting;
        using (ExecutionContext.SuppressFlow())
            starting = Task.Run(() => StartAppAsync(options, clock ?? TimeProvider.System, cancellationToken), cancellationToken);
        var app = await starting;

        var address = GetAddress(app);
        app.Services.GetRequiredService<PublicAddress>().Set(options.PublicUrl is { } url ? new Uri(url) : address);
        return new SandboxServer(app, address);
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, true))
            return;
        Faults.Clear();
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await _app.StopAsync(timeout.Token);
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

    private static Uri GetAddress(WebApplication app)
    {
        var bound = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        return bound.Host is "0.0.0.0" or "[::]" ? new UriBuilder(bound) { Host = "localhost" }.Uri : bound;
    }

    private T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();
}
