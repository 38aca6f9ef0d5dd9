using SpacesPortal.Components.Formatting;

namespace SpacesPortal.ComponentTests.Formatting;

public sealed class DatesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("2026-11-22T11:59:30Z", "just now")]
    [InlineData("2026-11-22T11:58:00Z", "2 min ago")]
    [InlineData("2026-11-22T10:59:00Z", "1 h ago")]
    [InlineData("2026-11-21T11:00:00Z", "yesterday")]
    [InlineData("2026-11-19T11:00:00Z", "3 days ago")]
    [InlineData("2026-03-04T11:00:00Z", "4 Mar")]
    [InlineData("2024-03-04T11:00:00Z", "4 Mar 2024")]
    [InlineData("2027-03-04T11:00:00Z", "4 March 2027")]
    public void Times_are_relative_to_now(string at, string words) =>
        Assert.Equal(words, Dates.Ago(DateTimeOffset.Parse(at, provider: null), Now));

    [Theory]
    [InlineData(null, "22 November 2026, 12:00 UTC")]
    [InlineData("Europe/Paris", "22 November 2026, 13:00 UTC+1")]
    [InlineData("America/New_York", "22 November 2026, 07:00 UTC−5")]
    [InlineData("Asia/Kolkata", "22 November 2026, 17:30 UTC+5:30")]
    public void An_absolute_time_names_its_zone(string? zone, string words) => Assert.Equal(words, Dates.Moment(Now, Dates.Zone(zone)));

    [Theory]
    [InlineData("")]
    [InlineData("Middle-earth")]
    [InlineData("../../etc/passwd")]
    public void An_unknown_time_zone_has_no_value(string id) => Assert.Null(Dates.Zone(id));
}
