using Bunit;
using SpacesPortal.Components.Controls;
using SpacesPortal.ComponentTests.Support;

namespace SpacesPortal.ComponentTests.Controls;

public sealed class PagerTests : PortalTest
{
    [Theory]
    [InlineData(1, 25, 0, "0", 1)]
    [InlineData(1, 25, 1, "1–1 of 1", 1)]
    [InlineData(1, 25, 25, "1–25 of 25", 1)]
    [InlineData(2, 25, 26, "26–26 of 26", 2)]
    [InlineData(99, 25, 1250, "1,226–1,250 of 1,250", 50)]
    [InlineData(-3, 0, 3, "1–1 of 3", 3)]
    public void The_range_does_not_exceed_the_total(int page, int size, int total, string words, int pages)
    {
        var range = new PageRange(page, size, total);

        Assert.Equal(words, range.Text);
        Assert.Equal(pages, range.Pages);
    }

    [Theory]
    [InlineData(1, 1, "1")]
    [InlineData(1, 5, "1 2 … 5")]
    [InlineData(3, 5, "1 2 3 4 5")]
    [InlineData(4, 9, "1 2 3 4 5 … 9")]
    [InlineData(20, 40, "1 … 19 20 21 … 40")]
    [InlineData(40, 40, "1 … 39 40")]
    public void Neighbours_and_both_ends_are_linked(int page, int pages, string shown) =>
        Assert.Equal(
            shown, string.Join(' ', new PageRange(page, 1, pages).Shown.Select(number => number?.ToString(provider: null) ?? "…")));

    [Fact]
    public void A_single_page_has_no_links() => Assert.Empty(Pager(new PageRange(1, 25, 7)).FindAll("a"));

    [Fact]
    public void The_current_page_is_marked_and_the_ends_have_no_link()
    {
        var pager = Pager(new PageRange(1, 10, 30));

        Assert.Equal("Page 1", pager.Find("[aria-current=page]").GetAttribute("aria-label"));
        Assert.Empty(pager.FindAll("a[rel=prev]"));
        Assert.Equal("?page=2", pager.Find("a[rel=next]").GetAttribute("href"));
    }

    private IRenderedComponent<Pager> Pager(PageRange range) =>
        Render<Pager>(pager => pager.Add(p => p.Range, range).Add(p => p.Href, page => $"?page={page}"));
}
