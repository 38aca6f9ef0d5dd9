namespace SpacesPortal.EndToEndTests.Pages;

/// <summary>A page with one message and one action: signed out, session ended, sign-in problem, error.</summary>
public sealed class NoticePage(IPage page)
{
    public ILocator Title => page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    /// <summary>The buttons that lead on, without the copy button beside the request's id.</summary>
    public ILocator Buttons => page.Locator("main .actions").GetByRole(AriaRole.Button);

    public ILocator Text => page.GetByRole(AriaRole.Main);
}
