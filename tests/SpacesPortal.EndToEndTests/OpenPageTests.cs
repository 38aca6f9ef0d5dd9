using AvayaCloud.Sandbox;

namespace SpacesPortal.EndToEndTests;

/// <summary>A page that stays open for hours, without a click.</summary>
public sealed class OpenPageTests(Chromium chromium, FakeTimePortal portal) : BrowserTests<FakeTimePortal>(chromium, portal)
{
    private static readonly TimeSpan UntilNotice = TimeSpan.FromHours(8) - TimeSpan.FromMinutes(5);

    [Fact]
    public async Task Five_minutes_before_the_end_the_page_warns_and_one_click_extends_the_session()
    {
        var user = await OpenAsync("admin", "/profile");
        await Expect(user.Banners.Ending).ToBeHiddenAsync();

        await Portal.AdvanceAsync(UntilNotice, user.Page);
        await Expect(user.Banners.Ending).ToContainTextAsync("Your session ends in 5 minutes.");
        await Expect(user.Banners.SignInAgain).ToBeHiddenAsync();
        await user.Banners.Stay.ClickAsync();
        await Expect(user.Banners.Ending).ToBeHiddenAsync();

        await Portal.AdvanceAsync(TimeSpan.FromHours(7), user.Page);
        await user.Page.ReloadAsync();
        await Expect(user.Account.Button).ToContainTextAsync("Ada Admin");
        await Expect(user.Profile.Card("Contact")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Without_a_click_the_minutes_count_down_and_the_page_ends_with_the_session()
    {
        var user = await OpenAsync("member", "/spaces?q=a");
        await Portal.AdvanceAsync(UntilNotice, user.Page);
        await Expect(user.Banners.Ending).ToContainTextAsync("in 5 minutes");
        await Portal.AdvanceAsync(TimeSpan.FromMinutes(4), user.Page);
        await Expect(user.Banners.Ending).ToContainTextAsync("in 1 minute.");

        await Portal.AdvanceAsync(TimeSpan.FromMinutes(2), user.Page);
        await user.ArriveAsync("/signed-out?reason=timeout&returnUrl=%2Fspaces%3Fq%3Da");
        // The page requested its session's status, and the browser logs every 401.
        user.ClearErrors();
        await user.Notice.Buttons.First.ClickAsync();
        await user.Consent.AcceptAsync();
        await user.ArriveAsync("/spaces?q=a");
    }

    [Fact]
    public async Task Before_the_absolute_end_the_page_offers_a_new_sign_in_that_leads_back()
    {
        var user = await OpenAsync("guest", "/profile");
        for (var hours = 7; hours <= 21; hours += 7)
        {
            await Portal.AdvanceAsync(TimeSpan.FromHours(7), user.Page);
            await user.Page.ReloadAsync();
        }

        await Portal.AdvanceAsync(TimeSpan.FromHours(3) - TimeSpan.FromMinutes(5), user.Page);
        await Expect(user.Banners.Ending).ToContainTextAsync("in 5 minutes");
        await Expect(user.Banners.Stay).ToBeHiddenAsync();
        await user.Banners.SignInAgain.ClickAsync();
        await user.Consent.AcceptAsync();
        await user.ArriveAsync("/profile");
        await Portal.AdvanceAsync(TimeSpan.FromHours(1), user.Page);
        await user.Page.ReloadAsync();
        await Expect(user.Account.Button).ToContainTextAsync("Gil Guest");
        await Expect(user.Banners.Ending).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Two_minutes_without_Avaya_around_a_tokens_expiry_are_reported_and_end_without_a_click()
    {
        var user = await OpenAsync("admin", "/profile");
        Sandbox.Log.Clear();
        Sandbox.Faults.Add("token.refresh", Fault.ServerError(), SandboxFaults.Always);
        // Its last two minutes begin: it is due, and still good.
        Portal.Advance(TimeSpan.FromMinutes(59));
        await user.Page.ReloadAsync();
        await Expect(user.Banners.ProviderUnavailable).ToContainTextAsync("Avaya Cloud can’t be reached just now. You stay signed in");
        for (var seconds = 0; seconds < 120; seconds += 10)
        {
            await Portal.AdvanceAsync(TimeSpan.FromSeconds(10), user.Page);
            await Expect(user.Banners.ProviderUnavailable).ToBeVisibleAsync();
        }

        await user.Page.ReloadAsync();
        await Expect(user.Account.Button).ToContainTextAsync("Ada Admin");
        Assert.InRange(Sandbox.Log.Count("token.refresh"), 2, 8);

        Sandbox.Faults.Clear();
        await Eventually.TrueAsync(async () =>
        {
            await Portal.AdvanceAsync(TimeSpan.FromSeconds(10), user.Page);
            return await user.Banners.ProviderUnavailable.IsHiddenAsync();
        }, Stop);
        await user.ArriveAsync("/profile");
        await user.Page.ReloadAsync();
        await Expect(user.Profile.Card("Contact")).ToContainTextAsync("ada.admin@example.com");
        Assert.Equal((1, 0), (Sandbox.Log.Count("token.refresh", "ok"), Sandbox.Log.RefreshTokenReuses));
    }

    private async Task<BrowserUser> OpenAsync(string role, string address)
    {
        var user = await OpenBrowserAsync();
        await user.Context.Clock.InstallAsync();
        await user.SignInAsync(role, address);
        return user;
    }
}
