namespace SpacesPortal.EndToEndTests.Pages;

/// <summary>The portal's front door for strangers.</summary>
public sealed class LandingPage(IPage page)
{
    public ILocator SignIn => page.GetByRole(AriaRole.Button, new() { Name = "Sign in with Avaya Cloud", Exact = true });

    public Task SignInAsync() => SignIn.ClickAsync();
}
