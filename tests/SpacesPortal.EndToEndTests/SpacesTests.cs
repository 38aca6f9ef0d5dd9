namespace SpacesPortal.EndToEndTests;

public sealed class SpacesTests(Chromium chromium, World world) : BrowserTests(chromium, world), IClassFixture<World>
{
    [Fact]
    public async Task Typing_searches_by_itself_and_the_words_stand_in_the_address()
    {
        var visit = await CompleteAsync("/spaces");
        await visit.Spaces.Search.PressSequentiallyAsync("harbour");

        await visit.ArriveAsync("/spaces?q=harbour");
        await Expect(visit.Spaces.Summary).ToContainTextAsync(" of ");
        Assert.All(await visit.Spaces.TitlesAsync(), title => Assert.Contains("harbour", title, StringComparison.OrdinalIgnoreCase));
        await Expect(visit.Spaces.Search).ToBeFocusedAsync();
        await Expect(visit.Spaces.Search).ToHaveValueAsync("harbour");
    }

    [Fact]
    public async Task Enter_searches_at_once_and_Back_leads_to_the_list_before()
    {
        var visit = await CompleteAsync("/spaces");
        var all = await visit.Spaces.TitlesAsync();
        await visit.Spaces.Search.FillAsync("nothing is called so");
        await visit.Spaces.Search.PressAsync("Enter");

        await Expect(visit.Spaces.Empty).ToHaveTextAsync("Nothing matches your search");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Clear filters" }).Last.ClickAsync();
        await visit.ArriveAsync("/spaces");
        await Expect(visit.Spaces.Rows).ToHaveCountAsync(25);
        await visit.Page.GoBackAsync();
        await Expect(visit.Spaces.Empty).ToHaveTextAsync("Nothing matches your search");
        await visit.OpenAsync("/spaces");
        Assert.Equal(all, await visit.Spaces.TitlesAsync());
    }

    [Theory]
    [InlineData("group", "Group", "type=group")]
    [InlineData("direct", "Direct", "type=direct")]
    [InlineData("personal", "Personal", "type=personal")]
    public async Task A_kind_can_be_chosen(string value, string kind, string query)
    {
        var visit = await CompleteAsync("/spaces");
        await visit.Spaces.Kind.SelectOptionAsync(value);

        await visit.ArriveAsync($"/spaces?{query}");
        await Expect(visit.Page.GetByRole(AriaRole.Link, new() { Name = $"{kind} (remove)" })).ToBeVisibleAsync();
        Assert.All(await visit.Page.Locator("tbody tr td:nth-child(2)").AllInnerTextsAsync(), text => Assert.Equal(kind, text));
        await Expect(visit.Spaces.Rows).Not.ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Archived_and_pinned_ones_can_be_asked_for_and_each_filter_taken_off_again()
    {
        var visit = await CompleteAsync("/spaces");
        await visit.Spaces.Status.SelectOptionAsync("archived");
        await visit.ArriveAsync("/spaces?status=archived");
        await Expect(visit.Page.Locator("tbody .under", new() { HasText = "Archived" })).ToHaveCountAsync(4);

        await visit.Spaces.Status.SelectOptionAsync("active");
        await visit.ArriveAsync("/spaces");
        await visit.Spaces.PinnedOnly.CheckAsync();
        await visit.ArriveAsync("/spaces?pinned=true");
        await Expect(visit.Page.Locator("tbody tr:not(:has(.pin))")).ToHaveCountAsync(0);
        await Expect(visit.Spaces.Rows).Not.ToHaveCountAsync(0);

        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Pinned (remove)" }).ClickAsync();
        await visit.ArriveAsync("/spaces");
        await Expect(visit.Spaces.PinnedOnly).Not.ToBeCheckedAsync();
    }

    [Fact]
    public async Task A_click_on_a_column_sorts_by_it_and_a_second_one_the_other_way_round()
    {
        var visit = await CompleteAsync("/spaces?size=100");
        await visit.Spaces.SortByAsync("Title");
        await visit.ArriveAsync("/spaces?sort=title&size=100");
        await Expect(visit.Spaces.Column("Title")).ToHaveAttributeAsync("aria-sort", "ascending");
        var up = await visit.Spaces.TitlesAsync();

        await visit.Spaces.SortByAsync("Title");
        await visit.ArriveAsync("/spaces?sort=title&dir=desc&size=100");
        await Expect(visit.Spaces.Column("Title")).ToHaveAttributeAsync("aria-sort", "descending");
        var down = await visit.Spaces.TitlesAsync();

        Assert.Equal(up.Order(StringComparer.CurrentCultureIgnoreCase), up);
        Assert.Equal(up.OrderDescending(StringComparer.CurrentCultureIgnoreCase), down);
        await visit.Spaces.SortByAsync("Your role");
        await visit.ArriveAsync("/spaces?sort=role&size=100");
    }

    [Fact]
    public async Task A_page_leads_to_the_next_and_back_in_whatever_length_was_chosen()
    {
        var visit = await CompleteAsync("/spaces");
        await visit.Spaces.RowsPerPage.SelectOptionAsync("10");
        await visit.ArriveAsync("/spaces?size=10");
        await Expect(visit.Spaces.Rows).ToHaveCountAsync(10);

        await visit.Spaces.Next.ClickAsync();
        await visit.ArriveAsync("/spaces?page=2&size=10");
        await Expect(visit.Spaces.Range).ToContainTextAsync("11–20");
        await visit.Spaces.Previous.ClickAsync();
        await visit.ArriveAsync("/spaces?size=10");
        await Expect(visit.Spaces.Range).ToContainTextAsync("1–10");
    }

    [Fact]
    public async Task Reload_and_Back_keep_what_was_chosen()
    {
        var visit = await CompleteAsync("/spaces?type=group&sort=title&size=10");
        await visit.Spaces.Next.ClickAsync();
        await visit.ArriveAsync("/spaces?type=group&sort=title&page=2&size=10");
        await Expect(visit.Spaces.Range).ToContainTextAsync("11–20");
        var second = await visit.Spaces.TitlesAsync();

        await visit.Page.ReloadAsync();
        Assert.Equal(second, await visit.Spaces.TitlesAsync());
        await Expect(visit.Spaces.Kind).ToHaveValueAsync("group");
        await visit.Page.GoBackAsync();
        await Expect(visit.Spaces.Range).ToContainTextAsync("1–10");
        await visit.Page.GoForwardAsync();
        await Expect(visit.Spaces.Range).ToContainTextAsync("11–20");
        Assert.Equal(second, await visit.Spaces.TitlesAsync());
    }

    /// <summary>Signed in, and with all spaces found, so that the list stands still.</summary>
    private async Task<Visit> CompleteAsync(string address)
    {
        var visit = await SignedInAsync("admin", "/profile");
        await visit.FindAllSpacesAsync();
        await visit.OpenAsync(address);
        return visit;
    }
}
