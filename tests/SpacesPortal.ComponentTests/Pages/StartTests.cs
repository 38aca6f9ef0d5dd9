using AvayaCloud.Spaces;
using Bunit;
using SpacesPortal.Components.Pages.Overview;
using SpacesPortal.ComponentTests.Support;

namespace SpacesPortal.ComponentTests.Pages;

public sealed class StartTests : PortalTest
{
    [Fact]
    public void An_anonymous_user_sees_one_button_that_posts_to_the_sign_in()
    {
        var page = Render<Start>();

        var form = Assert.Single(page.FindAll("form"));
        Assert.Equal("post", form.GetAttribute("method"));
        Assert.Equal("signin", form.GetAttribute("action"));
        Assert.NotNull(form.QuerySelector("[name=__RequestVerificationToken]"));
        Assert.Contains("You go to Avaya to sign in. We never see your password.", page.Markup, StringComparison.Ordinal);
        Assert.Equal(3, page.FindAll("details li").Count);
    }

    [Theory]
    [InlineData("/spaces?q=train", "/spaces?q=train")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("https://evil.example", "/")]
    [InlineData("javascript:alert(1)", "/")]
    [InlineData("~/spaces", "/")]
    public void The_redirect_after_a_sign_in_is_local(string asked, string given)
    {
        Visit("?returnUrl=" + Uri.EscapeDataString(asked));

        Assert.Equal(given, Render<Start>().Find("[name=returnUrl]").GetAttribute("value"));
    }

    [Fact]
    public void A_signed_in_user_is_greeted_by_name_at_once()
    {
        SignIn();
        var page = Render<Start>();

        Assert.Equal("Hello, Ada Lovelace", page.Find("h1").TextContent.Trim());
        Assert.NotEmpty(page.FindAll("section[aria-labelledby=you][aria-busy=true]"));
    }

    [Fact]
    public void No_user_is_greeted_by_an_address()
    {
        SignIn("new@avaya.example");

        Assert.Equal("Hello", Render<Start>().Find("h1").TextContent.Trim());
    }

    [Fact]
    public void Pinned_spaces_stand_above_the_latest()
    {
        Directory.Spaces.AddRange(Some.Spaces(12));
        Directory.Spaces[3] = Directory.Spaces[3] with { IsPinned = true };
        var page = SignedIn();

        Assert.Equal(["Pinned", "Latest spaces", "You"], page.FindAll("h2").Select(heading => heading.TextContent));
        Assert.Equal(8, page.FindAll("section[aria-labelledby=latest] li").Count);
        Assert.Single(page.FindAll("section[aria-labelledby=pinned] li"));
    }

    [Fact]
    public void Without_spaces_it_explains_how_to_get_one()
    {
        Assert.Equal("No spaces yet", SignedIn().Find("section[aria-labelledby=latest] .state-title").TextContent);
    }

    [Fact]
    public void An_error_in_one_panel_does_not_affect_the_others()
    {
        Directory.Spaces.AddRange(Some.Spaces(2));
        CurrentUser.Answer(new SpacesError(SpacesErrorKind.Unavailable, Message: "down"));
        SignIn();
        var page = Render<Start>();

        Assert.Equal(2, page.FindAll("section[aria-labelledby=latest] li").Count);
        Assert.NotNull(page.Find("section[aria-labelledby=you] [role=alert]"));
    }

    private IRenderedComponent<Start> SignedIn()
    {
        SignIn();
        CurrentUser.Answer(Some.Ada());
        return Render<Start>();
    }
}
