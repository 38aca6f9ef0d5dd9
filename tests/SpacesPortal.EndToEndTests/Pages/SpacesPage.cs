namespace SpacesPortal.EndToEndTests.Pages;

/// <summary>The list of spaces: filters above, pages below, all of it in the address.</summary>
public sealed class SpacesPage(IPage page)
{
    public ILocator Search => page.GetByRole(AriaRole.Searchbox, new() { Name = "Search" });

    public ILocator Kind => page.GetByLabel("Kind", new() { Exact = true });

    public ILocator Status => page.GetByLabel("Status", new() { Exact = true });

    public ILocator PinnedOnly => page.GetByLabel("Pinned only");

    public ILocator RowsPerPage => page.GetByLabel("Rows per page");

    public ILocator GoTo => page.GetByLabel("Go to page");

    public ILocator Summary => page.Locator("[data-summary]");

    public ILocator Rows => page.Locator("tbody tr");

    public ILocator Titles => page.Locator("tbody th bdi");

    public ILocator Previous => page.GetByRole(AriaRole.Link, new() { Name = "Previous", Exact = true });

    public ILocator Next => page.GetByRole(AriaRole.Link, new() { Name = "Next", Exact = true });

    public ILocator Range => page.Locator(".pager p");

    public ILocator Empty => page.Locator(".state-title");

    /// <summary>What counts along while more spaces are being found.</summary>
    public ILocator Progress => page.Locator(".progress > .row");

    public ILocator Page(int number) => page.GetByRole(AriaRole.Link, new() { Name = $"Page {number}", Exact = true });

    public ILocator Column(string name) => page.GetByRole(AriaRole.Columnheader, new() { Name = name });

    public Task SortByAsync(string column) => Column(column).GetByRole(AriaRole.Link).ClickAsync();

    public Task<IReadOnlyList<string>> TitlesAsync() => Titles.AllInnerTextsAsync();
}
