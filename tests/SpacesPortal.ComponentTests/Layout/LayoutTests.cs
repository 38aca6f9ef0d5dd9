using Bunit;
using SpacesPortal.Appearance;
using SpacesPortal.Components.Layout;
using SpacesPortal.ComponentTests.Support;

namespace SpacesPortal.ComponentTests.Layout;

public sealed class LayoutTests : PortalTest
{
    [Fact]
    public void An_anonymous_user_sees_no_navigation_and_no_sign_out()
    {
        var layout = Render<PortalLayout>();

        Assert.Empty(layout.FindAll("nav, header, form[action=signout]"));
        Assert.Single(layout.FindAll("main#main"));
    }

    [Fact]
    public void Every_page_of_a_signed_in_user_can_sign_out_by_a_post()
    {
        SignIn();
        var form = Render<PortalLayout>().Find("form[action=signout]");

        Assert.Equal("post", form.GetAttribute("method"));
        Assert.NotNull(form.QuerySelector("[name=__RequestVerificationToken]"));
    }

    [Theory]
    [InlineData("", "Home")]
    [InlineData("profile", "Profile")]
    [InlineData("spaces?q=train", "Spaces")]
    [InlineData("spaces/42", "Spaces")]
    [InlineData("spacesuit", null)]
    public void The_current_page_is_marked_in_the_navigation(string address, string? place)
    {
        SignIn();
        Visit(address);

        Assert.Equal(place, Render<NavTabs>().FindAll("[aria-current=page]").SingleOrDefault()?.TextContent);
    }

    [Fact]
    public void The_skip_link_stays_on_its_page()
    {
        Visit("spaces?q=train");

        Assert.Equal("spaces?q=train#main", Render<SkipLink>().Find("a").GetAttribute("href"));
    }

    [Theory]
    [InlineData("theme=dark", "dark")]
    [InlineData("theme=light", "light")]
    [InlineData("theme=%22%3E%3Cscript%3E", "system")]
    [InlineData("", "system")]
    public void The_theme_of_the_cookie_is_the_pressed_one(string cookie, string pressed)
    {
        Http.Request.Headers.Cookie = cookie;

        Assert.Equal(pressed, Render<ThemeSwitch>().Find("[aria-pressed=true]").GetAttribute("value"));
    }

    [Fact]
    public void Only_known_themes_reach_the_page() => Assert.Null(Theme.Parse("\"><script>"));

    [Fact]
    public void The_connection_banner_is_a_status_and_not_a_dialog()
    {
        var banner = Render<ConnectionBanner>().Find("#components-reconnect-modal");

        Assert.Equal("status", banner.GetAttribute("role"));
        Assert.Equal("Try now", banner.QuerySelector("button")!.TextContent);
    }

    [Fact]
    public void A_hostile_name_is_shown_as_text()
    {
        SignIn(Some.Script);

        Assert.Empty(Render<PortalLayout>().FindAll("script, img"));
    }
}
