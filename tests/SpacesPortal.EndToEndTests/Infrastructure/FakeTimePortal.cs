using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.Extensions.DependencyInjection;

namespace SpacesPortal.EndToEndTests.Infrastructure;

/// <summary>A portal in the test's process, with a fake clock for it and for Avaya Cloud.</summary>
public class FakeTimePortal : PortalFixture
{
    private readonly FakeClock _clock = new();
    private PortalHost? _host;

    public override Uri Address => new UriBuilder(_host!.Address) { Host = "localhost" }.Uri;

    public override string? CrashOutput => null;

    /// <summary>The circuits that pages have opened.</summary>
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

    /// <summary>Advances the time of the portal and of Avaya Cloud. Pages have their own clock.</summary>
    public void Advance(TimeSpan span) => _clock.Advance(span);

    /// <summary>Advances the page's clock too: its timers fire as if it had been left open.</summary>
    public async Task AdvanceAsync(TimeSpan span, IPage page)
    {
        Advance(span);
        await page.Clock.FastForwardAsync((long)span.TotalMilliseconds);
    }
}
