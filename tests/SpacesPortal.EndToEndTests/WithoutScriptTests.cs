using AvayaCloud.Sandbox;

namespace SpacesPortal.EndToEndTests;

/// <summary>Script is comfort here: whoever has it blocked reaches the same things.</summary>
public sealed class WithoutScriptTests(Chromium chromium, World world) : BrowserTests(chromium, world), IClassFixture<World>
{
    private static readonly BrowserNewContextOptions NoScript = new() { JavaScriptEnabled = false };

    [Fact]
    public async Task Somebody_signs_in_reads_their_profile_and_signs_out()
    {
        // Nothing may come later: nobody would put it in its place.
        Sandbox.Faults.Add("/api/users/me", Fault.Delay(TimeSpan.FromMilliseconds(300)), SandboxFaults.Always);
        var visit = await SignedInAsync("admin", "/", NoScript);
        await Expect(visit.Page.GetByRole(AriaRole.Region, new() { Name = "You", Exact = true })).ToContainTextAsync("Ada Admin");
        await visit.Page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { Name = "Profile" }).First.ClickAsync();

        await Expect(visit.Profile.Name).ToHaveTextAsync("Ada Admin");
        await visit.Profile.SignOut.ClickAsync();

        await visit.ArriveAsync("/signed-out");
        await visit.OpenAsync("/");
        await Expect(visit.Landing.SignIn).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_account_menu_opens_and_signs_out_as_well()
    {
        var visit = await SignedInAsync("admin", "/spaces", NoScript);
        await visit.Account.SignOutAsync();

        await visit.ArriveAsync("/signed-out");
    }

    [Fact]
    public async Task The_list_is_searched_sorted_and_turned_over()
    {
        var visit = await SignedInAsync("admin", "/spaces", NoScript);
        await visit.Spaces.Kind.SelectOptionAsync("group");
        await visit.Spaces.RowsPerPage.SelectOptionAsync("10");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Apply" }).ClickAsync();
        await Expect(visit.Spaces.Rows).ToHaveCountAsync(10);

        await visit.Spaces.SortByAsync("Title");
        await Expect(visit.Spaces.Column("Title")).ToHaveAttributeAsync("aria-sort", "ascending");
        await visit.Spaces.Next.ClickAsync();
        await Expect(visit.Spaces.Range).ToContainTextAsync("11–20");
        await Expect(visit.Spaces.Kind).ToHaveValueAsync("group");

        var wanted = (await visit.Spaces.TitlesAsync())[0];
        await visit.Spaces.Search.FillAsync(wanted);
        await visit.Spaces.Search.PressAsync("Enter");
        await Expect(visit.Spaces.Titles.First).ToHaveTextAsync(wanted);
        await Expect(visit.Spaces.Search).ToHaveValueAsync(wanted);
    }
}
