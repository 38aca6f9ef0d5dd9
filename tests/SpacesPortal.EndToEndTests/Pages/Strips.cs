namespace SpacesPortal.EndToEndTests.Pages;

/// <summary>What comes up on any page by itself: the session's end ahead, Avaya Cloud out of reach.</summary>
public sealed class Strips(IPage page)
{
    public ILocator Ending => page.Locator("#session-ending");

    public ILocator Trouble => page.Locator("#provider-trouble");

    public ILocator Stay => page.GetByRole(AriaRole.Button, new() { Name = "Stay signed in" });

    public ILocator SignInAgain => page.GetByRole(AriaRole.Link, new() { Name = "Sign in again" });
}
