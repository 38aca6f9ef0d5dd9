using System.Security.Claims;
using Bunit;
using Bunit.TestDoubles;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SpacesPortal.Profile;
using SpacesPortal.Spaces;

namespace SpacesPortal.ComponentTests.Support;

/// <summary>The services that pages ask for, all under the test's control.</summary>
public abstract class PortalTest : BunitContext
{
    private protected PortalTest()
    {
        Services.AddSingleton<TimeProvider>(Clock);
        Services.AddSingleton(new AvayaLinks(new Uri("https://accounts.avayacloud.com/"), new Uri("https://spaces.avayacloud.com/")));
        Services.AddSingleton<ICurrentUser>(CurrentUser);
        Services.AddSingleton<ISpaceDirectory>(Directory);
        Services.AddSingleton<AntiforgeryStateProvider, FixedAntiforgery>();
        Services.AddCascadingValue<HttpContext>(_ => Http);
        Authorization = this.AddAuthorization();
        SetRendererInfo(new Microsoft.AspNetCore.Components.RendererInfo("Static", isInteractive: false));
    }

    private protected FakeClock Clock { get; } = new(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));

    private protected FakeCurrentUser CurrentUser { get; } = new();

    private protected FakeDirectory Directory { get; } = new();

    private protected DefaultHttpContext Http { get; } = new();

    private protected BunitAuthorizationContext Authorization { get; }

    private protected void SignIn(string name = "Ada Lovelace") =>
        Authorization.SetAuthorized(name).SetClaims(
            new Claim("sub", "s1"), new Claim("name", name), new Claim("email", "ada@analytical.example"));

    private protected void Visit(string address) => Services.GetRequiredService<BunitNavigationManager>().NavigateTo(address);

    private sealed class FixedAntiforgery : AntiforgeryStateProvider
    {
        public override AntiforgeryRequestToken GetAntiforgeryToken() => new("token", "__RequestVerificationToken");
    }
}
