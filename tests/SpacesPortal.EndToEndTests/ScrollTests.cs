namespace SpacesPortal.EndToEndTests;

/// <summary>The scroll position after a link, and after Back and Forward.</summary>
public sealed class ScrollTests(Chromium chromium, PortalFixture portal) : BrowserTests<PortalFixture>(chromium, portal)
{
    private const int Down = 700;

    [Fact]
    public async Task Back_and_Forward_restore_the_scroll_positions_of_different_pages()
    {
        var user = await OpenAsync("/spaces");
        await ScrollAsync(user, Down);
        await FollowAsync(user, "Profile", "/profile");
        Assert.Equal(0, await PlaceAsync(user));
        await ScrollAsync(user, 150);

        await user.Page.GoBackAsync();
        await Expect(user.Spaces.Rows).ToHaveCountAsync(25);
        await ExpectPlaceAsync(user, Down);
        await user.Page.GoForwardAsync();
        await Expect(user.Profile.Card("Contact")).ToContainTextAsync("ada.admin@example.com");
        await ExpectPlaceAsync(user, 150);
    }

    [Fact]
    public async Task Back_to_a_streamed_page_restores_the_position_too()
    {
        var user = await OpenAsync("/");
        await ScrollAsync(user, Down);
        await FollowAsync(user, "Profile", "/profile");

        // Its skeleton is shorter than the place that the reader has left.
        var held = Sandbox.Faults.HoldResponse("/api/users/me");
        await user.Page.GoBackAsync();
        await Expect(user.Page.Locator("[aria-busy=true]")).Not.ToHaveCountAsync(0);
        held.Release();
        await Expect(user.Page.Locator("[aria-busy=true]")).ToHaveCountAsync(0);
        await ExpectPlaceAsync(user, Down);
    }

    [Fact]
    public async Task Back_and_Forward_between_pages_of_a_list_keep_the_place_on_each()
    {
        var user = await OpenAsync("/spaces?size=10");
        await user.Spaces.Next.ClickAsync();
        await user.ArriveAsync("/spaces?page=2&size=10");
        await Expect(user.Spaces.Range).ToContainTextAsync("11–20");
        await ExpectPlaceAsync(user, 0);
        await ScrollAsync(user, 200);

        await user.Page.GoBackAsync();
        await Expect(user.Spaces.Range).ToContainTextAsync("1–10");
        Assert.NotEqual(0, await PlaceAsync(user)); // at the pager, where Next was clicked
        await user.Page.GoForwardAsync();
        await Expect(user.Spaces.Range).ToContainTextAsync("11–20");
        await ExpectPlaceAsync(user, 200);
    }

    [Fact]
    public async Task A_link_to_a_page_that_was_scrolled_down_starts_at_its_top()
    {
        var user = await OpenAsync("/spaces");
        await ScrollAsync(user, Down);
        await FollowAsync(user, "Profile", "/profile");
        await ScrollAsync(user, 150);
        await FollowAsync(user, "Spaces", "/spaces");
        await Expect(user.Spaces.Rows).ToHaveCountAsync(25);

        Assert.Equal(0, await PlaceAsync(user));
        await user.Page.GoBackAsync();
        await user.Page.GoBackAsync();
        await Expect(user.Spaces.Rows).ToHaveCountAsync(25);
        await ExpectPlaceAsync(user, Down);
    }

    /// <summary>Signed in, with all spaces found, in a small window.</summary>
    private async Task<BrowserUser> OpenAsync(string address)
    {
        var user = await SignInAsync("admin", "/profile", new() { ViewportSize = new() { Width = 800, Height = 420 } });
        await user.FindAllSpacesAsync();
        await user.OpenAsync(address);
        await Expect(user.Page.Locator("[aria-busy=true]")).ToHaveCountAsync(0);
        return user;
    }

    private static async Task FollowAsync(BrowserUser user, string link, string address)
    {
        // Playwright's own click would scroll the sticky bar into view first.
        await user.Page.GetByRole(AriaRole.Navigation)
            .GetByRole(AriaRole.Link, new() { Name = link, Exact = true })
            .First.DispatchEventAsync("click");
        await user.ArriveAsync(address);
        await Expect(user.Page.Locator("[aria-current=page]").First).ToHaveTextAsync(link);
        await Expect(user.Page.Locator("[aria-busy=true]")).ToHaveCountAsync(0);
    }

    private static async Task ScrollAsync(BrowserUser user, int place)
    {
        await user.Page.EvaluateAsync("place => scrollTo(0, place)", place);
        await ExpectPlaceAsync(user, place);
    }

    private static Task<int> PlaceAsync(BrowserUser user) => user.Page.EvaluateAsync<int>("Math.round(scrollY)");

    private static Task ExpectPlaceAsync(BrowserUser user, int place) =>
        Eventually.TrueAsync(async () => await PlaceAsync(user) == place, Stop);
}
