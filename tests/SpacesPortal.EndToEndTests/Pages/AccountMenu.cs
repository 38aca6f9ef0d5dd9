namespace SpacesPortal.EndToEndTests.Pages;

/// <summary>The account menu of every page.</summary>
public sealed class AccountMenu(IPage page)
{
    public ILocator Button => page.GetByRole(AriaRole.Banner).GetByRole(AriaRole.Button, new() { Name = "Account of" });

    public ILocator SignOut => page.Locator("#account-menu").GetByRole(AriaRole.Button, new() { Name = "Sign out" });

    public async Task SignOutAsync()
    {
        await Button.ClickAsync();
        await SignOut.ClickAsync();
    }
}
