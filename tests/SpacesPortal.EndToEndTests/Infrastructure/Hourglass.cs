using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.Extensions.DependencyInjection;

namespace SpacesPortal.EndToEndTests.Infrastructure;

/// <summary>A portal in the test's own process, in whose hand its time lies; and Avaya Cloud's with it.</summary>
public class Hourglass : World
{
    private readonly FakeClock _clock = new();
    private PortalHost? _host;

    public override Uri Portal => new UriBuilder(_host!.Address) { Host = "localhost" }.Uri;

    public override string? LastWords => null;

    /// <summary>The circuits that pages have begun.</summary>
    internal Circuits Circuits { get; } = new();

    public override async ValueTask InitializeAsync()
    {
        _host = await PortalHost.StartAsync(
            _clock, Options, services => services.AddSingleton(Circuits).AddScoped<CircuitHandler, CircuitWatch>());
        Sandbox = _host.Avaya;
    }

    public override async ValueTask DisposeAsync()
    {
        if (_host is not null)
            await _host.DisposeAsync();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>For the portal and for Avaya Cloud; pages have a clock of their own.</summary>
    public void Pass(TimeSpan span) => _clock.Advance(span);

    /// <summary>For everybody, the page included: its timers fire as if it had been left open.</summary>
    public async Task PassAsync(TimeSpan span, IPage page)
    {
        Pass(span);
        await page.Clock.FastForwardAsync((long)span.TotalMilliseconds);
    }
}
