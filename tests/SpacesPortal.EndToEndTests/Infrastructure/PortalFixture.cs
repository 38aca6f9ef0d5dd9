using AvayaCloud.Sandbox;

namespace SpacesPortal.EndToEndTests.Infrastructure;

/// <summary>A sandbox and a portal that uses it. Each test class has one to itself, and may break it.</summary>
public class PortalFixture : IAsyncLifetime
{
    private PortalProcess? _portal;

    public SandboxServer Sandbox { get; protected set; } = default!;

    public virtual Uri Address => _portal!.Address;

    /// <summary>Everything that the portal has printed.</summary>
    public IReadOnlyCollection<string> Log => _portal!.Output;

    /// <summary>The last lines that an exited portal printed; null while it runs.</summary>
    public virtual string? CrashOutput => _portal!.HasExited ? string.Join('\n', _portal.Output.TakeLast(40)) : null;

    protected virtual SandboxOptions Options => new() { Spaces = 60 };

    protected virtual IEnumerable<(string Key, string Value)> Settings => [];

    public virtual async ValueTask InitializeAsync()
    {
        Sandbox = await SandboxServer.StartAsync(Options);
        _portal = await StartPortalAsync();
    }

    public virtual async ValueTask DisposeAsync()
    {
        if (_portal is not null)
            await _portal.DisposeAsync();
        await Sandbox.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Another replica, where the settings let them share their sessions.</summary>
    private protected async Task<PortalProcess> StartPortalAsync() => await PortalProcess.StartAsync(
        [
            ("AvayaCloud:IdentityUrl", (await IdentityAsync()).AbsoluteUri.TrimEnd('/')),
            ("AvayaCloud:SpacesUrl", new Uri(Sandbox.Address, "/api").AbsoluteUri),
            ("AvayaCloud:SocketUrl", Sandbox.Address.AbsoluteUri.TrimEnd('/')),
            // Development serves files as no-cache; here they are cached as in a published app.
            ("EnableStaticAssetsDevelopmentCaching", "true"),
            ("AvayaCloud:ClientId", Sandbox.Client.ClientId),
            ("AvayaCloud:ClientSecret", Sandbox.Client.ClientSecret),
            .. Settings,
        ],
        TestContext.Current.CancellationToken);

    public DemoUser User(string role) => Sandbox.Users.Single(user => user.Role == role);

    /// <summary>The identity server's address, for browser and portal.</summary>
    protected virtual ValueTask<Uri> IdentityAsync() => ValueTask.FromResult(Sandbox.Address);
}
