using AvayaCloud.Sandbox;

namespace SpacesPortal.EndToEndTests.Infrastructure;

/// <summary>An Avaya Cloud and a portal that was told of it. Each class of tests has one to itself, and may break it.</summary>
public class World : IAsyncLifetime
{
    private PortalProcess? _portal;

    public SandboxServer Sandbox { get; protected set; } = default!;

    public virtual Uri Portal => _portal!.Address;

    /// <summary>All that the portal has printed.</summary>
    public IReadOnlyCollection<string> Log => _portal!.Output;

    /// <summary>The last words of a portal that fell; null while it stands.</summary>
    public virtual string? LastWords => _portal!.HasExited ? string.Join('\n', _portal.Output.TakeLast(40)) : null;

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

    /// <summary>One more of the same, where the settings let them share their sessions.</summary>
    private protected async Task<PortalProcess> StartPortalAsync() => await PortalProcess.StartAsync(
        [
            ("AvayaCloud:IdentityUrl", (await IdentityAsync()).AbsoluteUri.TrimEnd('/')),
            ("AvayaCloud:SpacesUrl", new Uri(Sandbox.Address, "/api").AbsoluteUri),
            // Development hands files out as no-cache; here they come as they are published.
            ("EnableStaticAssetsDevelopmentCaching", "true"),
            ("AvayaCloud:ClientId", Sandbox.Client.ClientId),
            ("AvayaCloud:ClientSecret", Sandbox.Client.ClientSecret),
            .. Settings,
        ],
        TestContext.Current.CancellationToken);

    public DemoUser Person(string role) => Sandbox.Users.Single(person => person.Role == role);

    /// <summary>Where browser and portal meet the identity server.</summary>
    protected virtual ValueTask<Uri> IdentityAsync() => ValueTask.FromResult(Sandbox.Address);
}
