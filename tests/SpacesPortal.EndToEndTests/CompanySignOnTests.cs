using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace SpacesPortal.EndToEndTests;

/// <summary>
/// An identity host whose authorization endpoint redirects to a login page of another origin, as a company's sign-on does.
/// </summary>
public sealed class CompanySignOnPortal : PortalFixture
{
    private WebApplication? _host;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_host is not null)
            await _host.DisposeAsync();
    }

    protected override async ValueTask<Uri> IdentityAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _host = builder.Build();
        _host.Urls.Add("http://127.0.0.1:0");
        _host.MapGet(
            "/oauth2/authorize",
            (HttpContext context) =>
                Results.Redirect(new Uri(Sandbox.Address, "/oauth2/authorize" + context.Request.QueryString).AbsoluteUri));
        await _host.StartAsync();
        return new Uri(_host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }
}

public sealed class CompanySignOnTests(Chromium chromium, CompanySignOnPortal portal) : BrowserTests<CompanySignOnPortal>(chromium, portal)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_button_leads_to_a_login_page_of_another_origin(bool script)
    {
        var user = await OpenBrowserAsync(new() { JavaScriptEnabled = script });
        await user.OpenAsync("/");

        await user.Landing.SignInAsync();

        await Expect(user.Login.Username).ToBeVisibleAsync();
        Assert.Equal(Sandbox.Address.Authority, new Uri(user.Page.Url).Authority);
    }

    [Fact]
    public async Task Back_returns_to_the_page_with_the_button()
    {
        var user = await OpenBrowserAsync();
        await user.OpenAsync("/");
        await user.Landing.SignInAsync();
        await Expect(user.Login.Username).ToBeVisibleAsync();

        await user.Page.GoBackAsync();

        await Expect(user.Landing.SignIn).ToBeVisibleAsync();
    }
}
