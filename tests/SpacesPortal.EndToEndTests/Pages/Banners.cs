namespace SpacesPortal.EndToEndTests.Pages;

/// <summary>Banners that any page may show: the session is about to end, Avaya Cloud cannot be reached.</summary>
public sealed class Banners(IPage page)
{
    public ILocator Ending => page.Locator("#session-ending");

    public ILocator ProviderUnavailable => page.Locator("#provider-trouble");

    public ILocator Stay => page.GetByRole(AriaRole.Button, new() { Name = "Stay signed in" });

    public ILocator SignInAgain => page.GetByRole(AriaRole.Link, new() { Name = "Sign in again" });
}
