namespace SpacesPortal.EndToEndTests.Pages;

/// <summary>Who is signed in, on every page, and the way out.</summary>
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
