namespace SpacesPortal.EndToEndTests;

/// <summary>
/// Tokens die before their time. The portal takes ten seconds to believe that of a new one, so the pages are loaded until it does.
/// </summary>
public sealed class SessionTests(Chromium chromium, PortalFixture portal) : BrowserTests<PortalFixture>(chromium, portal)
{
    [Fact]
    public async Task A_rejected_access_token_is_refreshed_once_and_the_user_stays_signed_in()
    {
        var user = await SignInAsync("admin", "/profile");
        Sandbox.Log.Clear();
        Sandbox.Tokens.ExpireAccessTokens(Portal.User("admin").Username);

        await user.ReloadUntilAsync(user.Profile.Card("Contact"));
        await user.OpenAsync("/spaces");
        await Expect(user.Spaces.Rows).Not.ToHaveCountAsync(0);
        await user.OpenAsync("/");
        await Expect(user.Page.GetByRole(AriaRole.Region, new() { Name = "You", Exact = true })).ToContainTextAsync("Ada Admin");

        Assert.Equal(1, Sandbox.Log.Count("token.refresh"));
        Assert.Equal(0, Sandbox.Log.RefreshTokenReuses);
    }

    [Fact]
    public async Task A_session_that_Avaya_revoked_is_reported_and_the_new_sign_in_leads_back_to_the_page()
    {
        const string Address = "/profile?from=a%20bookmark&x=1";
        var user = await SignInAsync("guest", Address);
        Sandbox.Log.Clear();
        Sandbox.Tokens.RevokeSession(Portal.User("guest").Username);

        // Another request of the browser notices it; the open page is notified without a click.
        await Eventually.TrueAsync(async () =>
        {
            await user.Context.APIRequest.GetAsync(new Uri(Portal.Address, "/profile").AbsoluteUri);
            return Sandbox.Log.Count("token.refresh", "invalid_grant") == 1;
        }, Stop);
        await Expect(user.Notice.Title).ToHaveTextAsync("Your session has ended");
        await user.Notice.Buttons.ClickAsync();
        await user.Consent.AcceptAsync();

        await user.ArriveAsync(Address);
        await Expect(user.Account.Button).ToContainTextAsync("Gil Guest");
    }

    [Fact]
    public async Task A_page_whose_sockets_carry_no_cookie_asks_by_a_request_and_stays()
    {
        var user = await SignInAsync("member", "/profile");
        var (sockets, asked) = (0, 0);
        // As the server answers where something between keeps cookies from WebSockets.
        await user.Page.RouteWebSocketAsync("**/session/channel**", socket =>
        {
            Interlocked.Increment(ref sockets);
            socket.Send("""{"say":"ask"}""");
            _ = socket.CloseAsync();
        });
        user.Page.Request += (_, request) => asked += request.Url.EndsWith("/session/state", StringComparison.Ordinal) ? 1 : 0;
        var loads = 0;
        user.Page.Load += (_, _) => loads++;

        await user.OpenAsync("/spaces");
        await Eventually.TrueAsync(() => asked > 0, Stop);
        await Expect(user.Spaces.Rows.First).ToBeVisibleAsync();
        await user.OpenAsync("/profile");
        await Expect(user.Notice.Title).ToHaveTextAsync("Max Member");

        Assert.Equal((2, 2), (loads, sockets));
    }

    [Fact]
    public async Task Without_script_the_button_in_the_page_on_which_the_session_ended_leads_to_the_sign_in_and_back()
    {
        var user = await SignInAsync("hostile", "/profile", new() { JavaScriptEnabled = false });
        Sandbox.Log.Clear();
        Sandbox.Tokens.RevokeSession(Portal.User("hostile").Username);
        var alert = user.Page.GetByRole(AriaRole.Alert);
        for (var refused = false; !refused; refused = Sandbox.Log.Count("token.refresh") > 0)
            await user.ReloadUntilAsync(alert);

        await alert.GetByRole(AriaRole.Button, new() { Name = "Sign in again" }).ClickAsync();
        await user.Consent.AcceptAsync();
        await user.ArriveAsync("/profile");
        await Expect(user.Profile.Card("Contact")).ToBeVisibleAsync();
    }
}
