namespace SpacesPortal.EndToEndTests;

/// <summary>Where a page stands after a link, and after Back and Forward.</summary>
public sealed class ScrollTests(Chromium chromium, World world) : BrowserTests(chromium, world), IClassFixture<World>
{
    private const int Down = 700;

    [Fact]
    public async Task Back_from_another_page_finds_the_list_where_the_reader_left_it_and_Forward_the_page_after_it()
    {
        var visit = await OpenAsync("/spaces");
        await ScrollAsync(visit, Down);
        await FollowAsync(visit, "Profile", "/profile");
        Assert.Equal(0, await PlaceAsync(visit));
        await ScrollAsync(visit, 150);

        await visit.Page.GoBackAsync();
        await Expect(visit.Spaces.Rows).ToHaveCountAsync(25);
        await ExpectPlaceAsync(visit, Down);
        await visit.Page.GoForwardAsync();
        await Expect(visit.Profile.Card("Contact")).ToContainTextAsync("ada.admin@example.com");
        await ExpectPlaceAsync(visit, 150);
    }

    [Fact]
    public async Task So_does_Back_to_a_page_that_comes_in_parts()
    {
        var visit = await OpenAsync("/");
        await ScrollAsync(visit, Down);
        await FollowAsync(visit, "Profile", "/profile");

        // Its skeleton is shorter than the place that the reader has left.
        var held = Sandbox.Faults.HoldResponse("/api/users/me");
        await visit.Page.GoBackAsync();
        await Expect(visit.Page.Locator("[aria-busy=true]")).Not.ToHaveCountAsync(0);
        held.Release();
        await Expect(visit.Page.Locator("[aria-busy=true]")).ToHaveCountAsync(0);
        await ExpectPlaceAsync(visit, Down);
    }

    [Fact]
    public async Task Back_and_Forward_between_pages_of_a_list_keep_the_place_on_each()
    {
        var visit = await OpenAsync("/spaces?size=10");
        await visit.Spaces.Next.ClickAsync();
        await visit.ArriveAsync("/spaces?page=2&size=10");
        await Expect(visit.Spaces.Range).ToContainTextAsync("11–20");
        await ExpectPlaceAsync(visit, 0);
        await ScrollAsync(visit, 200);

        await visit.Page.GoBackAsync();
        await Expect(visit.Spaces.Range).ToContainTextAsync("1–10");
        Assert.NotEqual(0, await PlaceAsync(visit)); // at the pager, where Next was clicked
        await visit.Page.GoForwardAsync();
        await Expect(visit.Spaces.Range).ToContainTextAsync("11–20");
        await ExpectPlaceAsync(visit, 200);
    }

    [Fact]
    public async Task A_link_to_a_page_that_was_left_far_down_begins_at_its_top()
    {
        var visit = await OpenAsync("/spaces");
        await ScrollAsync(visit, Down);
        await FollowAsync(visit, "Profile", "/profile");
        await ScrollAsync(visit, 150);
        await FollowAsync(visit, "Spaces", "/spaces");
        await Expect(visit.Spaces.Rows).ToHaveCountAsync(25);

        Assert.Equal(0, await PlaceAsync(visit));
        await visit.Page.GoBackAsync();
        await visit.Page.GoBackAsync();
        await Expect(visit.Spaces.Rows).ToHaveCountAsync(25);
        await ExpectPlaceAsync(visit, Down);
    }

    /// <summary>Signed in, with all spaces found, in a small window.</summary>
    private async Task<Visit> OpenAsync(string address)
    {
        var visit = await SignedInAsync("admin", "/profile", new() { ViewportSize = new() { Width = 800, Height = 420 } });
        await visit.FindAllSpacesAsync();
        await visit.OpenAsync(address);
        await Expect(visit.Page.Locator("[aria-busy=true]")).ToHaveCountAsync(0);
        return visit;
    }

    private static async Task FollowAsync(Visit visit, string link, string address)
    {
        // Playwright's own click would scroll the sticky bar into view first.
        await visit.Page.GetByRole(AriaRole.Navigation)
            .GetByRole(AriaRole.Link, new() { Name = link, Exact = true })
            .First.DispatchEventAsync("click");
        await visit.ArriveAsync(address);
        await Expect(visit.Page.Locator("[aria-current=page]").First).ToHaveTextAsync(link);
        await Expect(visit.Page.Locator("[aria-busy=true]")).ToHaveCountAsync(0);
    }

    private static async Task ScrollAsync(Visit visit, int place)
    {
        await visit.Page.EvaluateAsync("place => scrollTo(0, place)", place);
        await ExpectPlaceAsync(visit, place);
    }

    private static Task<int> PlaceAsync(Visit visit) => visit.Page.EvaluateAsync<int>("Math.round(scrollY)");

    private static Task ExpectPlaceAsync(Visit visit, int place) =>
        Eventually.TrueAsync(async () => await PlaceAsync(visit) == place, Stop);
}
