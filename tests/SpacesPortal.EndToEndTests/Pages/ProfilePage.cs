namespace SpacesPortal.EndToEndTests.Pages;

public sealed class ProfilePage(IPage page)
{
    public ILocator Name => page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    /// <summary>A part of the page by its heading.</summary>
    public ILocator Card(string title) => page.GetByRole(AriaRole.Region, new() { Name = title, Exact = true });

    public ILocator SignOut => Card("This session").GetByRole(AriaRole.Button, new() { Name = "Sign out" });
}
