using AvayaCloud.Spaces;
using Bunit;
using SpacesPortal.Components.Pages.Directory;
using SpacesPortal.ComponentTests.Support;
using SpacesPortal.Spaces;

namespace SpacesPortal.ComponentTests.Pages;

public sealed class SpacesProgressTests : PortalTest
{
    [Fact]
    public void The_summary_counts_along()
    {
        var progress = Progress();
        Assert.Contains("50 found so far", progress.Markup, StringComparison.Ordinal);

        Directory.Report(new SpaceProgress(1250, Complete: false, Some.Noon, Error: null));

        progress.WaitForAssertion(() => Assert.Contains("1,250 found so far", progress.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public void When_all_are_found_a_link_shows_them_at_the_current_address()
    {
        var progress = Progress();
        Directory.Report(new SpaceProgress(1250, Complete: true, Some.Noon, Error: null));

        progress.WaitForAssertion(() => Assert.Contains("All 1,250 found.", progress.Markup, StringComparison.Ordinal));
        Assert.Equal("spaces?q=train", progress.Find("a").GetAttribute("href"));
    }

    [Fact]
    public void Screen_readers_get_an_announcement_every_five_seconds_at_most()
    {
        var progress = Progress();
        Directory.Report(new SpaceProgress(100, Complete: false, Some.Noon, Error: null));
        Directory.Report(new SpaceProgress(150, Complete: false, Some.Noon, Error: null));
        progress.WaitForAssertion(() => Assert.Contains("150 found so far", progress.Markup, StringComparison.Ordinal));
        Assert.Equal("100 spaces found so far", progress.Find("[role=status]").TextContent);

        Clock.Advance(TimeSpan.FromSeconds(5));
        Directory.Report(new SpaceProgress(200, Complete: false, Some.Noon, Error: null));

        progress.WaitForAssertion(() => Assert.Equal("200 spaces found so far", progress.Find("[role=status]").TextContent));
    }

    [Fact]
    public void A_walk_that_stopped_says_why_and_how_to_go_on()
    {
        var progress = Progress();
        Directory.Report(
            new SpaceProgress(600, Complete: false, Some.Noon, new SpacesError(SpacesErrorKind.Limited, TimeSpan.FromSeconds(12))));

        progress.WaitForAssertion(() => Assert.Contains("then it stopped", progress.Markup, StringComparison.Ordinal));
        Assert.Contains("12 seconds", progress.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_walk_that_ends_early_stops_counting()
    {
        var progress = Progress();
        Directory.Report(new SpaceProgress(20_000, Complete: false, Some.Noon, Error: null));
        Directory.End();

        progress.WaitForAssertion(() => Assert.Contains("20,000 found.", progress.Markup, StringComparison.Ordinal));
    }

    private IRenderedComponent<SpacesProgress> Progress() =>
        Render<SpacesProgress>(progress => progress.Add(p => p.Found, 50).Add(p => p.Address, "spaces?q=train"));
}
