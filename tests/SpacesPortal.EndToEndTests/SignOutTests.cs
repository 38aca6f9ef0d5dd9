using AvayaCloud.Sandbox;

namespace SpacesPortal.EndToEndTests;

public sealed class SignOutTests(Chromium chromium, World world) : BrowserTests(chromium, world), IClassFixture<World>
{
    private const string Private = "ada.admin@example.com";

    [Fact]
    public async Task The_refresh_token_dies_at_Avaya_and_the_old_cookie_opens_nothing()
    {
        var visit = await SignedInAsync("admin", "/profile");
        var token = Sandbox.Tokens.LatestTokens(Private)!.RefreshToken!;
        var cookies = await visit.Context.CookiesAsync([World.Portal.AbsoluteUri]);
        Assert.True(Sandbox.Tokens.IsRefreshTokenAlive(token));

        await visit.Account.SignOutAsync();
        await visit.ArriveAsync("/signed-out");
        Assert.False(Sandbox.Tokens.IsRefreshTokenAlive(token));

        var thief = await VisitAsync();
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
            var answer = await thief.Context.APIRequest.GetAsync(new Uri(World.Portal, address).AbsoluteUri, new() { MaxRedirects = 0 });
            Assert.DoesNotContain(Private, await answer.TextAsync(), StringComparison.Ordinal);
            Assert.Contains(answer.Status, address switch { "/" => [200], "/api/me" => [401], _ => new[] { 302 } });
        }

        await thief.OpenAsync("/");
        await Expect(thief.Landing.SignIn).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Back_and_the_other_tab_show_nothing_private()
    {
        var visit = await SignedInAsync("admin", "/profile");
        await visit.OpenAsync("/spaces");
        var other = await visit.Context.NewPageAsync();
        await other.GotoAsync(new Uri(World.Portal, "/profile").AbsoluteUri);

        await visit.Account.SignOutAsync();
        await visit.ArriveAsync("/signed-out");
        // The other tab hears of it, without a click.
        await other.WaitForURLAsync(url => url.EndsWith("/signed-out?returnUrl=%2Fprofile", StringComparison.Ordinal));
        // Asked to sign in anew: Avaya, which still knows the browser, asks for the consent.
        await visit.Page.GoBackAsync();
        await Expect(visit.Consent.Accept).ToBeVisibleAsync();
    }

    [Fact]
    public async Task With_Avaya_out_of_reach_the_portal_still_signs_out_and_says_what_is_left_to_do()
    {
        var visit = await SignedInAsync("member", "/profile");
        var token = Sandbox.Tokens.LatestTokens(World.Person("member").Username)!.RefreshToken!;
        Sandbox.Faults.Add("revoke", Fault.DropRequest(), SandboxFaults.Always);

        await visit.Account.SignOutAsync();
        await visit.ArriveAsync("/signed-out?avaya=later");
        await Expect(visit.Notice.Title).ToHaveTextAsync("You are signed out");
        await Expect(visit.Notice.Text).ToContainTextAsync("Avaya could not be reached");
        await visit.OpenAsync("/");
        await Expect(visit.Landing.SignIn).ToBeVisibleAsync();

        // Handed back as soon as Avaya listens.
        Sandbox.Faults.Clear();
        await Eventually.TrueAsync(() => !Sandbox.Tokens.IsRefreshTokenAlive(token), Stop);
    }

    [Fact]
    public async Task Whose_session_is_ended_from_another_browser_is_told_so_and_led_back()
    {
        var phone = await SignedInAsync("member", "/profile");
        var laptop = await SignedInAsync("member", "/session");

        await laptop.Page.GetByRole(AriaRole.Button, new() { Name = "End the session on" }).First.ClickAsync();

        await phone.ArriveAsync("/session-ended?returnUrl=%2Fprofile&reason=elsewhere");
        await Expect(phone.Notice.Title).ToHaveTextAsync("Your session has ended");
        await Expect(phone.Notice.Text).ToContainTextAsync("another browser or device");
        await phone.Notice.Buttons.ClickAsync();
        await phone.Consent.AcceptAsync();
        await phone.ArriveAsync("/profile");
    }

    [Fact]
    public async Task A_link_or_an_address_signs_nobody_out()
    {
        var visit = await SignedInAsync("guest", "/profile");
        await visit.OpenAsync("/signout");
        await visit.OpenAsync("/");

        await Expect(visit.Account.Button).ToContainTextAsync("Gil Guest");
    }
}
