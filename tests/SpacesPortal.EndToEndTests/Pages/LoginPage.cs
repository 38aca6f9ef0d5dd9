using AvayaCloud.Sandbox;

namespace SpacesPortal.EndToEndTests.Pages;

/// <summary>The sandbox's, in the place of Avaya Cloud's.</summary>
public sealed class LoginPage(IPage page)
{
    public ILocator Username => page.GetByLabel("Username");

    public ILocator Password => page.GetByLabel("Password", new() { Exact = true });

    public ILocator Problem => page.GetByRole(AriaRole.Alert);

    public Task SignInAsync(DemoUser person) => SignInAsync(person.Username, person.Password);

    public async Task SignInAsync(string username, string password)
    {
        await Username.FillAsync(username);
        await Password.FillAsync(password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with Avaya Cloud account" }).ClickAsync();
    }
}
