namespace SpacesPortal.EndToEndTests.Pages;

/// <summary>Where Avaya Cloud asks whether the portal may come in.</summary>
public sealed class ConsentPage(IPage page)
{
    public ILocator Accept => page.GetByRole(AriaRole.Button, new() { Name = "Accept" });

    public Task AcceptAsync() => Accept.ClickAsync();

    public Task DenyAsync() => page.GetByRole(AriaRole.Button, new() { Name = "Deny" }).ClickAsync();
}
