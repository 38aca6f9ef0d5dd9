using AvayaCloud.Sandbox;

namespace SpacesPortal.EndToEndTests;

public sealed class SignOutTests(Chromium chromium, PortalFixture portal) : BrowserTests<PortalFixture>(chromium, portal)
{
    private const string Private = "ada.admin@example.com";

    [Fact]
    public async Task The_refresh_token_is_revoked_at_Avaya_and_the_old_cookie_is_invalid()
    {
        var user = await SignInAsync("admin", "/profile");
        var token = Sandbox.Tokens.LatestTokens(Private)!.RefreshToken!;
        var cookies = await user.Context.CookiesAsync([Portal.Address.AbsoluteUri]);
        Assert.True(Sandbox.Tokens.IsRefreshTokenAlive(token));

        await user.Account.SignOutAsync();
        await user.ArriveAsync("/signed-out");
        Assert.False(Sandbox.Tokens.IsRefreshTokenAlive(token));

        var thief = await OpenBrowserAsync();
        await thief.Context.AddCookiesAsync(cookies.Select(cookie => new Cookie
        {
            Name = cookie.Name,
            Value = cookie.Value,
            Domain = cookie.Domain,
            Path = cookie.Path,
            HttpOnly = cookie.HttpOnly,
            SameSite = cookie.SameSite,
        }));
        foreach (var address in new[] { "/", "/profile", "/spaces", "/api/me" })
        {
            var answer = await thief.Context.APIRequest.GetAsync(new Uri(Portal.Address, address).AbsoluteUri, new() { MaxRedirects = 0 });
            Assert.DoesNotContain(Private, await answer.TextAsync(), StringComparison.Ordinal);
            Assert.Contains(answer.Status, address switch { "/" => [200], "/api/me" => [401], _ => new[] { 302 } });
        }

        await thief.OpenAsync("/");
        await Expect(thief.Landing.SignIn).ToBeVisibleAsync();
    }

    [Fact]
    public async Task After_a_sign_out_Back_and_the_other_tab_show_nothing_private()
    {
        var user = await SignInAsync("admin", "/profile");
        await user.OpenAsync("/spaces");
        var other = await user.Context.NewPageAsync();
        await other.GotoAsync(new Uri(Portal.Address, "/profile").AbsoluteUri);

        await user.Account.SignOutAsync();
        await user.ArriveAsync("/signed-out");
        // The other tab is notified without a click.
        await other.WaitForURLAsync(url => url.EndsWith("/signed-out?returnUrl=%2Fprofile", StringComparison.Ordinal));
        // A new sign-in: Avaya still knows the browser and asks for consent only.
        await user.Page.GoBackAsync();
        await Expect(user.Consent.Accept).ToBeVisibleAsync();
    }

    [Fact]
    public async Task With_Avaya_unreachable_the_portal_still_signs_out_and_says_what_is_pending()
    {
        var user = await SignInAsync("member", "/profile");
        var token = Sandbox.Tokens.LatestTokens(Portal.User("member").Username)!.RefreshToken!;
        Sandbox.Faults.Add("revoke", Fault.DropRequest(), SandboxFaults.Always);

        await user.Account.SignOutAsync();
        await user.ArriveAsync("/signed-out?avaya=later");
        await Expect(user.Notice.Title).ToHaveTextAsync("You are signed out");
        await Expect(user.Notice.Text).ToContainTextAsync("Avaya could not be reached");
        await user.OpenAsync("/");
        await Expect(user.Landing.SignIn).ToBeVisibleAsync();

        // Handed back as soon as Avaya listens.
        Sandbox.Faults.Clear();
        await Eventually.TrueAsync(() => !Sandbox.Tokens.IsRefreshTokenAlive(token), Stop);
    }

    [Fact]
    public async Task A_user_whose_session_was_ended_elsewhere_is_told_and_led_back()
    {
        var phone = await SignInAsync("member", "/profile");
        var laptop = await SignInAsync("member", "/session");

        await laptop.Page.GetByRole(AriaRole.Button, new() { Name = "End the session on" }).First.ClickAsync();

        await phone.ArriveAsync("/session-ended?returnUrl=%2Fprofile&reason=elsewhere");
        await Expect(phone.Notice.Title).ToHaveTextAsync("Your session has ended");
        await Expect(phone.Notice.Text).ToContainTextAsync("another browser or device");
        await phone.Notice.Buttons.ClickAsync();
        await phone.Consent.AcceptAsync();
        await phone.ArriveAsync("/profile");
    }

    [Fact]
    public async Task A_link_or_an_address_does_not_sign_out()
    {
        var user = await SignInAsync("guest", "/profile");
        await user.OpenAsync("/signout");
        await user.OpenAsync("/");

        await Expect(user.Account.Button).ToContainTextAsync("Gil Guest");
    }
}
