namespace SpacesPortal.EndToEndTests.Pages;

/// <summary>An open space.</summary>
public sealed class SpacePage(IPage page)
{
    public ILocator Text => page.Locator("#message-text");

    public ILocator Messages => page.Locator(".message-text");

    public ILocator Live => page.Locator(".live");

    /// <summary>Waits until messages arrive by themselves.</summary>
    public Task ConnectAsync() => Expect(page.Locator("[data-live=on]")).ToBeVisibleAsync();

    public async Task SendAsync(string text)
    {
        await Text.FillAsync(text);
        await page.GetByRole(AriaRole.Button, new() { Name = "Send", Exact = true }).ClickAsync();
    }

    public ILocator Message(string text) => page.Locator(".message-text", new() { HasTextString = text });
}
