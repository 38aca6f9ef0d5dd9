using AvayaCloud.Sandbox;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace SpacesPortal.Testing;

/// <summary>The portal on a real port, configured for a sandbox beside it.</summary>
internal sealed class PortalHost : WebApplicationFactory<Program>
{
    private readonly string _environment;
    private readonly (string Key, string Value)[] _settings;
    private readonly Action<IServiceCollection> _configure;

    private PortalHost(SandboxServer avaya, string environment, (string Key, string Value)[] settings, Action<IServiceCollection> configure)
    {
        (Avaya, _environment, _settings, _configure) = (avaya, environment, settings, configure);
        UseKestrel(0);
    }

    public SandboxServer Avaya { get; }

    public Uri Address => ClientOptions.BaseAddress;

    public DemoUser Ada => Avaya.Users.Single(person => person.Role == "admin");

    public static Task<PortalHost> StartAsync(params (string Key, string Value)[] settings) => StartAsync("Development", settings);

    public static async Task<PortalHost> StartAsync(string environment, params (string Key, string Value)[] settings)
    {
        var avaya = await SandboxServer.StartAsync(new SandboxOptions());
        var host = new PortalHost(avaya, environment, settings, _ => { });
        host.StartServer();
        return host;
    }

    /// <summary>Portal and Avaya Cloud with time in the test's hand.</summary>
    public static Task<PortalHost> StartAsync(FakeClock clock, SandboxOptions options) => StartAsync(clock, options, _ => { });

    /// <summary>As above, and with what the test puts into it.</summary>
    public static async Task<PortalHost> StartAsync(FakeClock clock, SandboxOptions options, Action<IServiceCollection> configure)
    {
        var host = new PortalHost(await SandboxServer.StartAsync(options, clock), "Development", [], services =>
        {
            services.AddSingleton<TimeProvider>(clock);
            configure(services);
        });
        host.StartServer();
        return host;
    }

    public Visitor Visit() => new(Address);

    public async Task<Visitor> VisitAsync(DemoUser person)
    {
        var visitor = Visit();
        await visitor.SignInAsync(person, "/signin");
        return visitor;
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Avaya.DisposeAsync();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSolutionRelativeContentRoot(".");
        builder.UseEnvironment(_environment);
        var address = Avaya.Address.AbsoluteUri.TrimEnd('/');
        (string Key, string Value)[] avaya =
        [
            ("AvayaCloud:IdentityUrl", address), ("AvayaCloud:SpacesUrl", address + "/api"), ("AvayaCloud:SocketUrl", address),
            ("AvayaCloud:ClientId", Avaya.Client.ClientId), ("AvayaCloud:ClientSecret", Avaya.Client.ClientSecret),
        ];
        foreach (var (key, value) in avaya.Concat(_settings))
            builder.UseSetting(key, value);
        builder.ConfigureTestServices(_configure);
    }
}
