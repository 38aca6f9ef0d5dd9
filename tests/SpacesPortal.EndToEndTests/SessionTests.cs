namespace SpacesPortal.EndToEndTests;

/// <summary>
/// Tokens die before their time. The portal takes ten seconds to believe that of a new one, so the pages are loaded until it does.
/// </summary>
public sealed class SessionTests(Chromium chromium, World world) : BrowserTests(chromium, world), IClassFixture<World>
{
    [Fact]
    public async Task A_dead_access_token_is_renewed_once_and_the_person_stays_signed_in()
    {
        var visit = await SignedInAsync("admin", "/profile");
        Sandbox.Log.Clear();
        Sandbox.Tokens.ExpireAccessTokens(World.Person("admin").Username);

        await visit.ReloadUntilAsync(visit.Profile.Card("Contact"));
        await visit.OpenAsync("/spaces");
        await Expect(visit.Spaces.Rows).Not.ToHaveCountAsync(0);
        await visit.OpenAsync("/");
        await Expect(visit.Page.GetByRole(AriaRole.Region, new() { Name = "You", Exact = true })).ToContainTextAsync("Ada Admin");

        Assert.Equal(1, Sandbox.Log.Count("token.refresh"));
        Assert.Equal(0, Sandbox.Log.RefreshTokenReuses);
    }

    [Fact]
    public async Task A_session_that_Avaya_took_back_is_told_and_the_new_sign_in_leads_back_to_the_page()
    {
        const string Address = "/profile?from=a%20bookmark&x=1";
        var visit = await SignedInAsync("guest", Address);
        Sandbox.Log.Clear();
        Sandbox.Tokens.RevokeSession(World.Person("guest").Username);

        // Somebody else of the browser comes across it; the open page hears of it without a click.
        await Eventually.TrueAsync(async () =>
        {
            await visit.Context.APIRequest.GetAsync(new Uri(World.Portal, "/profile").AbsoluteUri);
            return Sandbox.Log.Count("token.refresh", "invalid_grant") == 1;
        }, Stop);
        await Expect(visit.Notice.Title).ToHaveTextAsync("Your session has ended");
        await visit.Notice.Buttons.ClickAsync();
        await visit.Consent.AcceptAsync();

        await visit.ArriveAsync(Address);
        await Expect(visit.Account.Button).ToContainTextAsync("Gil Guest");
    }

    [Fact]
    public async Task A_page_whose_sockets_come_without_their_cookie_asks_by_a_request_and_stays()
    {
        var visit = await SignedInAsync("member", "/profile");
        var (sockets, asked) = (0, 0);
        // As the server answers where something between keeps cookies from WebSockets.
        await visit.Page.RouteWebSocketAsync("**/session/channel**", socket =>
        {
            Interlocked.Increment(ref sockets);
            socket.Send("""{"say":"ask"}""");
            _ = socket.CloseAsync();
        });
        visit.Page.Request += (_, request) => asked += request.Url.EndsWith("/session/state", StringComparison.Ordinal) ? 1 : 0;
        var loads = 0;
        visit.Page.Load += (_, _) => loads++;

        await visit.OpenAsync("/spaces");
        await Eventually.TrueAsync(() => asked > 0, Stop);
        await Expect(visit.Spaces.Rows.First).ToBeVisibleAsync();
        await visit.OpenAsync("/profile");
        await Expect(visit.Notice.Title).ToHaveTextAsync("Max Member");

        Assert.Equal((2, 2), (loads, sockets));
    }

    [Fact]
    public async Task Without_script_the_button_in_the_page_on_which_the_session_ended_leads_to_the_sign_in_and_back()
    {
        var visit = await SignedInAsync("hostile", "/profile", new() { JavaScriptEnabled = false });
        Sandbox.Log.Clear();
        Sandbox.Tokens.RevokeSession(World.Person("hostile").Username);
        var alert = visit.Page.GetByRole(AriaRole.Alert);
        for (var refused = false; !refused; refused = Sandbox.Log.Count("token.refresh") > 0)
            await visit.ReloadUntilAsync(alert);

        await alert.GetByRole(AriaRole.Button, new() { Name = "Sign in again" }).ClickAsync();
        await visit.Consent.AcceptAsync();
        await visit.ArriveAsync("/profile");
        await Expect(visit.Profile.Card("Contact")).ToBeVisibleAsync();
    }
}
