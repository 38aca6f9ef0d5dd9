using System.Net;
using AvayaCloud.Sandbox;

namespace SpacesPortal.Tests.Sessions;

/// <summary>Avaya Cloud has revoked the grant, and a panel offers a new sign-in while the portal's session goes on.</summary>
public sealed class SignInAgainTests : IAsyncLifetime
{
    private readonly FakeClock _clock = new();
    private PortalHost _portal = null!;

    public async ValueTask InitializeAsync() => _portal = await PortalHost.StartAsync(_clock, new SandboxOptions());

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Theory]
    [InlineData("/")]
    [InlineData("/profile")]
    [InlineData("/spaces?q=a")]
    public async Task The_button_of_a_panel_leads_to_the_provider_and_from_there_back_to_the_page(string address)
    {
        using var visitor = await _portal.VisitAsync(_portal.Ada);
        _portal.Avaya.Tokens.RevokeSession(_portal.Ada.Username);

        await ExpectNewSignInAsync(visitor, address);
    }

    [Fact]
    public async Task The_button_works_after_the_session_has_ended_too()
    {
        using var visitor = await _portal.VisitAsync(_portal.Ada);
        _portal.Avaya.Tokens.RevokeSession(_portal.Ada.Username);
        var form = await visitor.GetFieldsAsync("/profile", "signin");
        _clock.Advance(TimeSpan.FromMinutes(58));

        await ExpectProviderAsync(visitor, await visitor.PostAsync("/signin", form));
    }

    [Fact]
    public async Task A_forged_form_starts_no_new_sign_in()
    {
        using var visitor = await _portal.VisitAsync(_portal.Ada);

        var answer = await visitor.PostAsync("/signin", ("again", "true"), ("returnUrl", "/profile"));

        Assert.Equal("/signin-problem?cause=stale&returnUrl=%2Fprofile", answer.Headers.Location?.OriginalString);
    }

    private async Task ExpectNewSignInAsync(Visitor visitor, string address)
    {
        var form = Visitor.FindFieldsIn(await TextAsync(visitor, address), "signin");
        Assert.NotNull(form);

        var consent = await ExpectProviderAsync(visitor, await visitor.PostAsync("/signin", form));

        var callback = (await visitor.ConsentAsync(consent)).Headers.Location!;
        Assert.Equal(address, (await visitor.GetAsync(callback.PathAndQuery)).Headers.Location?.OriginalString);
        Assert.Null(Visitor.FindFieldsIn(await TextAsync(visitor, address), "signin"));
    }

    private async Task<HttpResponseMessage> ExpectProviderAsync(Visitor visitor, HttpResponseMessage answer)
    {
        var page = await visitor.FollowAsync(answer);
        Assert.Equal((HttpStatusCode.OK, _portal.Avaya.Address.Authority), (page.StatusCode, page.RequestMessage!.RequestUri!.Authority));
        return page;
    }

    private static async Task<string> TextAsync(Visitor visitor, string address) =>
        await (await visitor.GetAsync(address)).Content.ReadAsStringAsync();
}
