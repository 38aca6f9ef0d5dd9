using AvayaCloud.Spaces;
using Bunit;
using SpacesPortal.Components.Pages.Directory;
using SpacesPortal.ComponentTests.Support;

namespace SpacesPortal.ComponentTests.Pages;

/// <summary>The list of spaces when Avaya does not respond, or was not called just now.</summary>
public sealed class MySpacesErrorTests : PortalTest
{
    [Fact]
    public void Old_rows_stay_when_Avaya_is_away_and_say_how_old_they_are()
    {
        Directory.Spaces.AddRange(Some.Spaces(3));
        Directory.Error = new SpacesError(SpacesErrorKind.Unavailable);
        var page = At("spaces");

        Assert.Equal(3, page.FindAll("tbody tr").Count);
        Assert.Contains("as of just now", page.Find(".notice").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(59, null)]
    [InlineData(60, "as of 1 min ago")]
    [InlineData(170, "as of 2 min ago")]
    public void Rows_that_were_not_just_loaded_show_their_age(int seconds, string? said)
    {
        Directory.Spaces.AddRange(Some.Spaces(3));
        Directory.AsOf = Some.Noon.AddSeconds(-seconds);

        Assert.Equal(said, At("spaces").FindAll("[data-as-of]").SingleOrDefault()?.TextContent);
    }

    [Fact]
    public void With_or_without_old_rows_the_error_offers_a_new_sign_in()
    {
        Directory.Error = new SpacesError(SpacesErrorKind.SignInNeeded);
        Assert.Equal("true", At("spaces?q=a").Find("form[action=signin] [name=again]").GetAttribute("value"));

        Directory.Spaces.AddRange(Some.Spaces(3));
        var note = At("spaces?q=a").Find(".notice form[action=signin]");
        Assert.Equal("true", note.QuerySelector("[name=again]")!.GetAttribute("value"));
        Assert.Equal("/spaces?q=a", note.QuerySelector("[name=returnUrl]")!.GetAttribute("value"));
    }

    [Fact]
    public void Without_rows_the_panel_shows_the_error_alone()
    {
        Directory.Error = new SpacesError(SpacesErrorKind.Limited, TimeSpan.FromSeconds(12));

        Assert.Contains("12 seconds", At("spaces").Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    private IRenderedComponent<MySpaces> At(string address)
    {
        SignIn();
        Visit(address);
        return Render<MySpaces>();
    }
}
