namespace SpacesPortal.EndToEndTests.Pages;

/// <summary>The consent page of Avaya Cloud.</summary>
public sealed class ConsentPage(IPage page)
{
    public ILocator Accept => page.GetByRole(AriaRole.Button, new() { Name = "Accept" });

    public Task AcceptAsync() => Accept.ClickAsync();

    public Task DenyAsync() => page.GetByRole(AriaRole.Button, new() { Name = "Deny" }).ClickAsync();
}
