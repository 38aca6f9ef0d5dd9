using AvayaCloud.Sandbox;

namespace SpacesPortal.EndToEndTests;

/// <summary>A page that is left open: what it says by itself while hours pass.</summary>
public sealed class OpenPageTests(Chromium chromium, Hourglass world) : BrowserTests(chromium, world), IClassFixture<Hourglass>
{
    private static readonly TimeSpan UntilNotice = TimeSpan.FromHours(8) - TimeSpan.FromMinutes(5);

    [Fact]
    public async Task Five_minutes_before_the_end_it_says_so_and_a_click_is_enough_to_stay()
    {
        var visit = await OpenAsync("admin", "/profile");
        await Expect(visit.Strips.Ending).ToBeHiddenAsync();

        await world.PassAsync(UntilNotice, visit.Page);
        await Expect(visit.Strips.Ending).ToContainTextAsync("Your session ends in 5 minutes.");
        await Expect(visit.Strips.SignInAgain).ToBeHiddenAsync();
        await visit.Strips.Stay.ClickAsync();
        await Expect(visit.Strips.Ending).ToBeHiddenAsync();

        await world.PassAsync(TimeSpan.FromHours(7), visit.Page);
        await visit.Page.ReloadAsync();
        await Expect(visit.Account.Button).ToContainTextAsync("Ada Admin");
        await Expect(visit.Profile.Card("Contact")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Without_a_click_the_minutes_are_counted_down_and_the_page_goes_with_the_session()
    {
        var visit = await OpenAsync("member", "/spaces?q=a");
        await world.PassAsync(UntilNotice, visit.Page);
        await Expect(visit.Strips.Ending).ToContainTextAsync("in 5 minutes");
        await world.PassAsync(TimeSpan.FromMinutes(4), visit.Page);
        await Expect(visit.Strips.Ending).ToContainTextAsync("in 1 minute.");

        await world.PassAsync(TimeSpan.FromMinutes(2), visit.Page);
        await visit.ArriveAsync("/signed-out?reason=timeout&returnUrl=%2Fspaces%3Fq%3Da");
        // The page asked how its session stands, and the browser notes every 401.
        visit.Forgive();
        await visit.Notice.Buttons.First.ClickAsync();
        await visit.Consent.AcceptAsync();
        await visit.ArriveAsync("/spaces?q=a");
    }

    [Fact]
    public async Task Before_the_end_that_no_click_moves_it_offers_a_new_sign_in_that_leads_back()
    {
        var visit = await OpenAsync("guest", "/profile");
        for (var hours = 7; hours <= 21; hours += 7)
        {
            await world.PassAsync(TimeSpan.FromHours(7), visit.Page);
            await visit.Page.ReloadAsync();
        }

        await world.PassAsync(TimeSpan.FromHours(3) - TimeSpan.FromMinutes(5), visit.Page);
        await Expect(visit.Strips.Ending).ToContainTextAsync("in 5 minutes");
        await Expect(visit.Strips.Stay).ToBeHiddenAsync();
        await visit.Strips.SignInAgain.ClickAsync();
        await visit.Consent.AcceptAsync();
        await visit.ArriveAsync("/profile");
        await world.PassAsync(TimeSpan.FromHours(1), visit.Page);
        await visit.Page.ReloadAsync();
        await Expect(visit.Account.Button).ToContainTextAsync("Gil Guest");
        await Expect(visit.Strips.Ending).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Two_minutes_without_Avaya_around_the_end_of_a_token_are_told_and_over_by_themselves()
    {
        var visit = await OpenAsync("admin", "/profile");
        Sandbox.Log.Clear();
        Sandbox.Faults.Add("token.refresh", Fault.ServerError(), SandboxFaults.Always);
        // Its last two minutes begin: it is due, and still good.
        world.Pass(TimeSpan.FromMinutes(59));
        await visit.Page.ReloadAsync();
        await Expect(visit.Strips.Trouble).ToContainTextAsync("Avaya Cloud can’t be reached just now. You stay signed in");
        for (var seconds = 0; seconds < 120; seconds += 10)
        {
            await world.PassAsync(TimeSpan.FromSeconds(10), visit.Page);
            await Expect(visit.Strips.Trouble).ToBeVisibleAsync();
        }

        await visit.Page.ReloadAsync();
        await Expect(visit.Account.Button).ToContainTextAsync("Ada Admin");
        Assert.InRange(Sandbox.Log.Count("token.refresh"), 2, 8);

        Sandbox.Faults.Clear();
        await Eventually.TrueAsync(async () =>
        {
            await world.PassAsync(TimeSpan.FromSeconds(10), visit.Page);
            return await visit.Strips.Trouble.IsHiddenAsync();
        }, Stop);
        await visit.ArriveAsync("/profile");
        await visit.Page.ReloadAsync();
        await Expect(visit.Profile.Card("Contact")).ToContainTextAsync("ada.admin@example.com");
        Assert.Equal((1, 0), (Sandbox.Log.Count("token.refresh", "ok"), Sandbox.Log.RefreshTokenReuses));
    }

    private async Task<Visit> OpenAsync(string role, string address)
    {
        var visit = await VisitAsync();
        await visit.Context.Clock.InstallAsync();
        await visit.SignInAsync(role, address);
        return visit;
    }
}
