using AvayaCloud.Sandbox;

namespace SpacesPortal.EndToEndTests;

/// <summary>Everything can be done without script.</summary>
public sealed class WithoutScriptTests(Chromium chromium, PortalFixture portal) : BrowserTests<PortalFixture>(chromium, portal)
{
    private static readonly BrowserNewContextOptions NoScript = new() { JavaScriptEnabled = false };

    [Fact]
    public async Task A_user_signs_in_reads_their_profile_and_signs_out()
    {
        // Nothing may be streamed: without script it would not be put in its place.
        Sandbox.Faults.Add("/api/users/me", Fault.Delay(TimeSpan.FromMilliseconds(300)), SandboxFaults.Always);
        var user = await SignInAsync("admin", "/", NoScript);
        await Expect(user.Page.GetByRole(AriaRole.Region, new() { Name = "You", Exact = true })).ToContainTextAsync("Ada Admin");
        await user.Page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { Name = "Profile" }).First.ClickAsync();

        await Expect(user.Profile.Name).ToHaveTextAsync("Ada Admin");
        await user.Profile.SignOut.ClickAsync();

        await user.ArriveAsync("/signed-out");
        await user.OpenAsync("/");
        await Expect(user.Landing.SignIn).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_account_menu_opens_and_signs_out_as_well()
    {
        var user = await SignInAsync("admin", "/spaces", NoScript);
        await user.Account.SignOutAsync();

        await user.ArriveAsync("/signed-out");
    }

    [Fact]
    public async Task The_list_is_searched_sorted_and_paged()
    {
        var user = await SignInAsync("admin", "/spaces", NoScript);
        await user.Spaces.Kind.SelectOptionAsync("group");
        await user.Spaces.RowsPerPage.SelectOptionAsync("10");
        await user.Page.GetByRole(AriaRole.Button, new() { Name = "Apply" }).ClickAsync();
        await Expect(user.Spaces.Rows).ToHaveCountAsync(10);

        await user.Spaces.SortByAsync("Title");
        await Expect(user.Spaces.Column("Title")).ToHaveAttributeAsync("aria-sort", "ascending");
        await user.Spaces.Next.ClickAsync();
        await Expect(user.Spaces.Range).ToContainTextAsync("11–20");
        await Expect(user.Spaces.Kind).ToHaveValueAsync("group");

        var wanted = (await user.Spaces.TitlesAsync())[0];
        await user.Spaces.Search.FillAsync(wanted);
        await user.Spaces.Search.PressAsync("Enter");
        await Expect(user.Spaces.Titles.First).ToHaveTextAsync(wanted);
        await Expect(user.Spaces.Search).ToHaveValueAsync(wanted);
    }
}
