namespace SpacesPortal.EndToEndTests;

/// <summary>
/// Every field of the hostile user is markup, script or control characters. All of it has to arrive as text: a script would change
/// the title to "owned", open a dialog, or raise an error.
/// </summary>
public sealed class HostileTextTests(Chromium chromium, PortalFixture portal) : BrowserTests<PortalFixture>(chromium, portal)
{
    private const string Script = "<script>document.title='owned'</script>";
    private const string Attribute = "\"'><img src=x onerror=\"document.title='owned'\">";

    [Theory]
    [InlineData("/", "Home · Spaces Portal")]
    [InlineData("/profile", "Profile · Spaces Portal")]
    [InlineData("/spaces", "Spaces · Spaces Portal")]
    [InlineData("/spaces?q=%3Cscript%3Edocument.title%3D%27owned%27%3C/script%3E%22%27%3E%3Cimg%20src=x%20onerror=alert(1)%3E", "Spaces · Spaces Portal")]
    public async Task Markup_in_names_titles_and_addresses_stays_text(string address, string title)
    {
        var user = await SignInAsync("hostile", address);

        await Expect(user.Account.Button).ToContainTextAsync(Script + Attribute);
        await Expect(user.Page).ToHaveTitleAsync(title);
        // Nothing that the portal did not write: its own scripts have a source, its own pictures an address of its own.
        await Expect(
            user.Page.Locator(
                "script:not([src]), [onclick], [onerror], [style], iframe, object, base:not([href='/'])")).ToHaveCountAsync(0);
        await Expect(
            user.Page.Locator("img:not([src^='profile/photo?']), a[href^='javascript' i], a[href^='data' i]")).ToHaveCountAsync(0);
        await Expect(user.Page.Locator("meta:not([charset], [name=viewport], [name=color-scheme], [name=session])")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Each_hostile_field_of_the_profile_can_be_read_as_it_is()
    {
        var user = await SignInAsync("hostile", "/profile");

        await Expect(user.Profile.Name).ToContainTextAsync(Script + Attribute);
        await Expect(user.Profile.Card("Contact")).ToContainTextAsync("hal" + Script + "@example.com");
        await Expect(user.Profile.Card("Contact")).ToContainTextAsync("Mars/" + Attribute);
        await Expect(user.Profile.Card("Name")).ToContainTextAsync("{{7*7}} ${7*7} @(7*7) <%= 7*7 %>");
        await Expect(user.Profile.Card("Licences")).ToContainTextAsync(Script);
        await Expect(user.Profile.Card("What you may do")).ToContainTextAsync(Script);
    }

    [Fact]
    public async Task Each_hostile_title_of_a_space_can_be_read_as_it_is()
    {
        var user = await SignInAsync("hostile", "/spaces");

        await Expect(user.Spaces.Titles.Filter(new() { HasText = Script })).ToHaveCountAsync(2); // the personal room bears the name
        await Expect(user.Spaces.Titles.Filter(new() { HasText = "</title></textarea></style><!--" })).ToHaveCountAsync(1);
        await Expect(user.Spaces.Titles.Filter(new() { HasText = "Untitled space" })).ToHaveCountAsync(2);
        await Expect(user.Spaces.Rows).ToHaveCountAsync(14);
    }
}
