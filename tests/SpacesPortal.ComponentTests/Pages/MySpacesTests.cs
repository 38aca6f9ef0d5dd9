using AvayaCloud.Spaces;
using Bunit;
using SpacesPortal.Components.Pages.Directory;
using SpacesPortal.ComponentTests.Support;
using SpacesPortal.Spaces;

namespace SpacesPortal.ComponentTests.Pages;

public sealed class MySpacesTests : PortalTest
{
    [Fact]
    public void The_address_alone_decides_what_is_listed()
    {
        Directory.Spaces.AddRange(Some.Spaces(1).Select(space => space with { IsPinned = true, IsArchived = true }));
        var page = At("spaces?q=train&type=group&pinned=true&status=archived&sort=title&dir=desc&page=1&size=50");

        Assert.Equal(new SpaceFilter("train", SpaceKindFilter.Group, true, true, SpaceSort.Title, true, 1, 50), Directory.Asked[0]);
        Assert.Equal("train", page.Find("input[name=q]").GetAttribute("value"));
        Assert.Equal("group", page.Find("select[name=type] option[selected]").GetAttribute("value"));
        Assert.True(page.Find("input[name=pinned]").HasAttribute("checked"));
        Assert.Equal("50", page.Find("select[name=size] option[selected]").GetAttribute("value"));
    }

    [Fact]
    public void A_response_may_take_long()
    {
        Directory.Spaces.AddRange(Some.Spaces(2));
        Directory.Answering = new TaskCompletionSource();
        var page = At("spaces");
        Assert.DoesNotContain("Space 1", page.Markup, StringComparison.Ordinal);

        Directory.Answering.SetResult();

        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("tbody tr").Count));
    }

    [Theory]
    [InlineData("spaces?type=7&sort=2&page=-4&size=13&dir=sideways&pinned=perhaps&status=2")]
    [InlineData("spaces?type=%3Cscript%3E&page=99999999999999999999&size=1e3")]
    [InlineData("spaces?q=%20%20")]
    public void An_invalid_address_lists_all(string address)
    {
        Directory.Spaces.AddRange(Some.Spaces(3));
        At(address);

        Assert.Equal(new SpaceFilter(), Directory.Asked[0]);
    }

    [Fact]
    public void Sort_links_keep_the_filter_and_begin_at_page_one()
    {
        Directory.Spaces.AddRange(Some.Spaces(60));
        var page = At("spaces?q=space&type=group&page=2&size=10");

        var links = page.FindAll("a.sort").Select(link => link.GetAttribute("href"));
        Assert.Equal(
            ["spaces?q=space&type=group&sort=title&size=10", "spaces?q=space&type=group&sort=role&size=10", "spaces?q=space&type=group&dir=asc&size=10"],
            links);
        Assert.Equal("descending", page.Find("[aria-sort]").GetAttribute("aria-sort"));
    }

    [Fact]
    public void Page_links_keep_filter_and_order()
    {
        Directory.Spaces.AddRange(Some.Spaces(60));

        Assert.Equal(
            "spaces?q=space&sort=title&page=3&size=10",
            At("spaces?q=space&sort=title&page=2&size=10").Find("a[rel=next]").GetAttribute("href"));
    }

    [Fact]
    public void A_page_beyond_the_end_shows_the_last_one()
    {
        Directory.Spaces.AddRange(Some.Spaces(30));
        var page = At("spaces?page=9");

        Assert.Equal("Page 2", page.Find("[aria-current=page]").GetAttribute("aria-label"));
        Assert.Equal(5, page.FindAll("tbody tr").Count);
    }

    [Fact]
    public void Each_filter_can_be_taken_off_alone_or_all_at_once()
    {
        var links = At("spaces?q=train&pinned=true&sort=title").FindAll(".chips a").Select(link => link.GetAttribute("href"));

        Assert.Equal(["spaces?pinned=true&sort=title", "spaces?q=train&sort=title", "spaces?sort=title"], links);
    }

    [Fact]
    public void The_filter_form_is_a_plain_get_that_keeps_the_order()
    {
        var form = At("spaces?sort=title&dir=desc").Find("form.filters");

        Assert.Equal("get", form.GetAttribute("method"));
        Assert.Equal("title", form.QuerySelector("[name=sort]")!.GetAttribute("value"));
        Assert.Equal("desc", form.QuerySelector("[name=dir]")!.GetAttribute("value"));
        Assert.Null(form.QuerySelector("[name=page]"));
    }

    [Fact]
    public void Rows_per_page_survive_a_search_without_a_match() =>
        Assert.Equal("50", At("spaces?q=nothing&size=50").Find("form.filters [name=size]").GetAttribute("value"));

    [Fact]
    public void A_hostile_title_is_shown_as_text()
    {
        Directory.Spaces.Add(new Space { Id = Some.Script, Title = Some.Script });
        var page = At("spaces?q=" + Uri.EscapeDataString(Some.Script));

        Assert.Empty(page.FindAll("script, img"));
        Assert.Equal(Some.Script, page.Find(".title bdi").TextContent);
        Assert.Equal(Some.Script, page.Find("input[name=q]").GetAttribute("value"));
    }

    [Fact]
    public void A_row_has_kind_role_unread_and_pinned_in_words()
    {
        Directory.Spaces.Add(
            new Space
            {
                Title = "Train",
                Kind = SpaceKind.Direct,
                Role = SpaceRole.Admin,
                IsUnread = true,
                IsPinned = true,
                Modified = Some.Noon.AddHours(-2),
            });
        var row = At("spaces").Find("tbody tr").TextContent;

        foreach (var word in new[] { "Direct", "Admin", "Unread", "(pinned)", "2 h ago" })
            Assert.Contains(word, row, StringComparison.Ordinal);
    }

    [Fact]
    public void A_user_without_spaces_sees_an_explanation() =>
        Assert.Equal("No spaces yet", At("spaces").Find(".state-title").TextContent);

    [Theory]
    [InlineData("spaces", "3 spaces")]
    [InlineData("spaces?pinned=true", "0 of 3 spaces")]
    [InlineData("spaces?status=archived", "One archived space")]
    [InlineData("spaces?status=archived&pinned=true", "0 of 1 archived space")]
    public void Counts_include_only_what_the_list_can_show(string address, string summary)
    {
        Directory.Spaces.AddRange(Some.Spaces(4));
        Directory.Spaces[2] = Directory.Spaces[2] with { IsArchived = true };

        Assert.Equal(summary, At(address).Find("[data-summary]").TextContent.Trim());
    }

    [Theory]
    [InlineData("spaces")]
    [InlineData("spaces?q=train")]
    public void A_user_whose_spaces_are_all_archived_gets_a_link_to_them(string address)
    {
        Directory.Spaces.Add(Some.Spaces(1).Single() with { IsArchived = true });
        var page = At(address);

        Assert.Equal("All your spaces are archived", page.Find(".state-title").TextContent);
        Assert.Equal("spaces?status=archived", page.Find(".state a").GetAttribute("href"));
    }

    [Fact]
    public void A_search_without_a_match_offers_to_clear_it()
    {
        var page = At("spaces?q=nothing");

        Assert.Equal("Nothing matches your search", page.Find(".state-title").TextContent);
        Assert.Equal("spaces", page.Find(".state a").GetAttribute("href"));
    }

    private IRenderedComponent<MySpaces> At(string address)
    {
        SignIn();
        Visit(address);
        return Render<MySpaces>();
    }
}
