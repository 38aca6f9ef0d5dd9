namespace SpacesPortal.EndToEndTests;

public sealed class SpacesTests(Chromium chromium, PortalFixture portal) : BrowserTests<PortalFixture>(chromium, portal)
{
    [Fact]
    public async Task Typing_searches_without_Enter_and_the_words_are_in_the_address()
    {
        var user = await CompleteAsync("/spaces");
        await user.Spaces.Search.PressSequentiallyAsync("harbour");

        await user.ArriveAsync("/spaces?q=harbour");
        await Expect(user.Spaces.Summary).ToContainTextAsync(" of ");
        Assert.All(await user.Spaces.TitlesAsync(), title => Assert.Contains("harbour", title, StringComparison.OrdinalIgnoreCase));
        await Expect(user.Spaces.Search).ToBeFocusedAsync();
        await Expect(user.Spaces.Search).ToHaveValueAsync("harbour");
    }

    [Fact]
    public async Task Enter_searches_at_once_and_Back_returns_to_the_previous_list()
    {
        var user = await CompleteAsync("/spaces");
        var all = await user.Spaces.TitlesAsync();
        await user.Spaces.Search.FillAsync("nothing is called so");
        await user.Spaces.Search.PressAsync("Enter");

        await Expect(user.Spaces.Empty).ToHaveTextAsync("Nothing matches your search");
        await user.Page.GetByRole(AriaRole.Link, new() { Name = "Clear filters" }).Last.ClickAsync();
        await user.ArriveAsync("/spaces");
        await Expect(user.Spaces.Rows).ToHaveCountAsync(25);
        await user.Page.GoBackAsync();
        await Expect(user.Spaces.Empty).ToHaveTextAsync("Nothing matches your search");
        await user.OpenAsync("/spaces");
        Assert.Equal(all, await user.Spaces.TitlesAsync());
    }

    [Theory]
    [InlineData("group", "Group", "type=group")]
    [InlineData("direct", "Direct", "type=direct")]
    [InlineData("personal", "Personal", "type=personal")]
    public async Task A_kind_can_be_chosen(string value, string kind, string query)
    {
        var user = await CompleteAsync("/spaces");
        await user.Spaces.Kind.SelectOptionAsync(value);

        await user.ArriveAsync($"/spaces?{query}");
        await Expect(user.Page.GetByRole(AriaRole.Link, new() { Name = $"{kind} (remove)" })).ToBeVisibleAsync();
        Assert.All(await user.Page.Locator("tbody tr td:nth-child(2)").AllInnerTextsAsync(), text => Assert.Equal(kind, text));
        await Expect(user.Spaces.Rows).Not.ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Archived_and_pinned_ones_can_be_asked_for_and_each_filter_taken_off_again()
    {
        var user = await CompleteAsync("/spaces");
        await user.Spaces.Status.SelectOptionAsync("archived");
        await user.ArriveAsync("/spaces?status=archived");
        await Expect(user.Page.Locator("tbody .under", new() { HasText = "Archived" })).ToHaveCountAsync(4);

        await user.Spaces.Status.SelectOptionAsync("active");
        await user.ArriveAsync("/spaces");
        await user.Spaces.PinnedOnly.CheckAsync();
        await user.ArriveAsync("/spaces?pinned=true");
        await Expect(user.Page.Locator("tbody tr:not(:has(.pin))")).ToHaveCountAsync(0);
        await Expect(user.Spaces.Rows).Not.ToHaveCountAsync(0);

        await user.Page.GetByRole(AriaRole.Link, new() { Name = "Pinned (remove)" }).ClickAsync();
        await user.ArriveAsync("/spaces");
        await Expect(user.Spaces.PinnedOnly).Not.ToBeCheckedAsync();
    }

    [Fact]
    public async Task A_click_on_a_column_sorts_by_it_and_a_second_one_the_other_way_round()
    {
        var user = await CompleteAsync("/spaces?size=100");
        await user.Spaces.SortByAsync("Title");
        await user.ArriveAsync("/spaces?sort=title&size=100");
        await Expect(user.Spaces.Column("Title")).ToHaveAttributeAsync("aria-sort", "ascending");
        var up = await user.Spaces.TitlesAsync();

        await user.Spaces.SortByAsync("Title");
        await user.ArriveAsync("/spaces?sort=title&dir=desc&size=100");
        await Expect(user.Spaces.Column("Title")).ToHaveAttributeAsync("aria-sort", "descending");
        var down = await user.Spaces.TitlesAsync();

        Assert.Equal(up.Order(StringComparer.CurrentCultureIgnoreCase), up);
        Assert.Equal(up.OrderDescending(StringComparer.CurrentCultureIgnoreCase), down);
        await user.Spaces.SortByAsync("Your role");
        await user.ArriveAsync("/spaces?sort=role&size=100");
    }

    [Fact]
    public async Task Pages_link_to_the_next_and_previous_one_with_the_chosen_size()
    {
        var user = await CompleteAsync("/spaces");
        await user.Spaces.RowsPerPage.SelectOptionAsync("10");
        await user.ArriveAsync("/spaces?size=10");
        await Expect(user.Spaces.Rows).ToHaveCountAsync(10);

        await user.Spaces.Next.ClickAsync();
        await user.ArriveAsync("/spaces?page=2&size=10");
        await Expect(user.Spaces.Range).ToContainTextAsync("11–20");
        await user.Spaces.Previous.ClickAsync();
        await user.ArriveAsync("/spaces?size=10");
        await Expect(user.Spaces.Range).ToContainTextAsync("1–10");
    }

    [Fact]
    public async Task Reload_and_Back_keep_what_was_chosen()
    {
        var user = await CompleteAsync("/spaces?type=group&sort=title&size=10");
        await user.Spaces.Next.ClickAsync();
        await user.ArriveAsync("/spaces?type=group&sort=title&page=2&size=10");
        await Expect(user.Spaces.Range).ToContainTextAsync("11–20");
        var second = await user.Spaces.TitlesAsync();

        await user.Page.ReloadAsync();
        Assert.Equal(second, await user.Spaces.TitlesAsync());
        await Expect(user.Spaces.Kind).ToHaveValueAsync("group");
        await user.Page.GoBackAsync();
        await Expect(user.Spaces.Range).ToContainTextAsync("1–10");
        await user.Page.GoForwardAsync();
        await Expect(user.Spaces.Range).ToContainTextAsync("11–20");
        Assert.Equal(second, await user.Spaces.TitlesAsync());
    }

    /// <summary>Signed in, and with all spaces loaded, so that the list does not change.</summary>
    private async Task<BrowserUser> CompleteAsync(string address)
    {
        var user = await SignInAsync("admin", "/profile");
        await user.FindAllSpacesAsync();
        await user.OpenAsync(address);
        return user;
    }
}
