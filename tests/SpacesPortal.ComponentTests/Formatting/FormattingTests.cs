using AvayaCloud.Spaces;
using SpacesPortal.Components.Formatting;
using SpacesPortal.ComponentTests.Support;

namespace SpacesPortal.ComponentTests.Formatting;

public sealed class FormattingTests
{
    [Theory]
    [InlineData("Ada Lovelace", "AL")]
    [InlineData("Augusta Ada King Lovelace", "AL")]
    [InlineData("ada", "A")]
    [InlineData("ada.lovelace@home", "AH")]
    [InlineData("東京 チーム", "東チ")]
    [InlineData("𝒜da", "𝒜")]
    [InlineData("<b>", "B")]
    [InlineData("🎉", "–")]
    [InlineData("", "–")]
    [InlineData(null, "–")]
    public void Initials_are_whole_letters(string? name, string initials) => Assert.Equal(initials, Initials.Of(name));

    [Fact]
    public void The_portals_own_break_promises_nothing_for_Avaya()
    {
        var pause = TimeSpan.FromSeconds(15);
        var own = ErrorText.Of(new SpacesError(SpacesErrorKind.Unavailable, pause, IsCircuitOpen: true), "your spaces");
        var avayas = ErrorText.Of(new SpacesError(SpacesErrorKind.Unavailable, pause), "your spaces");

        Assert.Equal("Nothing is lost. Try again in a moment to see your spaces.", own.Text);
        Assert.Contains("15 seconds", avayas.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Ada", 5)]
    [InlineData("Ada Lovelace", 0)]
    [InlineData("東京 チーム", 1)]
    [InlineData("🎉", 4)]
    [InlineData(null, 1)]
    public void A_name_has_the_same_colour_in_every_process(string? name, int hue) => Assert.Equal(hue, Hue.Of(name));

    [Fact]
    public void All_six_colours_are_used() =>
        Assert.Equal([0, 1, 2, 3, 4, 5], Enumerable.Range(0, 200).Select(number => Hue.Of($"s{number}")).Distinct().Order());

    [Fact]
    public void A_licence_until_the_year_2300_does_not_expire() =>
        Assert.Equal(("Does not expire", null), Licences.Expiry(Ending(new(2300, 5, 1, 16, 0, 0, TimeSpan.Zero)), Some.Noon));

    [Theory]
    [InlineData(-2, "Expired on 20 November 2026", "bad")]
    [InlineData(1, "Ends within a day", "warn")]
    [InlineData(17, "Ends in 17 days, on 9 December 2026", "warn")]
    [InlineData(100, "Valid until 2 March 2027", null)]
    public void A_licence_says_in_words_when_it_ends(int days, string words, string? tone) =>
        Assert.Equal((words, tone), Licences.Expiry(Ending(Some.Noon.AddDays(days)), Some.Noon));

    [Fact]
    public void An_unknown_permission_has_no_name_of_ours() => Assert.Null(Permissions.Name("ROBOT_KEEPER_PERMISSION_GROUP"));

    [Fact]
    public void Only_unusual_permissions_are_notable() =>
        Assert.Equal(["Company admin"], Permissions.Notable(Some.Ada().Permissions));

    [Theory]
    [InlineData("en-GB", "English (United Kingdom)")]
    [InlineData("<b>", "<b>")]
    [InlineData("x-klingon-very-odd", "x-klingon-very-odd")]
    public void A_language_is_named_or_shown_as_its_code(string code, string words) => Assert.Equal(words, DisplayText.Language(code));

    [Fact]
    public void A_user_without_a_name_is_shown_by_email_address()
    {
        Assert.Equal("new@avaya.example", Names.Of(new User { Username = "new@avaya.example" }));
        Assert.Equal("Unnamed user", Names.Of(new User()));
    }

    [Fact]
    public void A_name_may_stand_in_the_profile_only() =>
        Assert.Equal(
            "User Test",
            Names.Of(
                new User
                {
                    Name = new PersonName(),
                    Profile = new UserProfile { Name = new PersonName { Given = "User", Family = "Test" } },
                }));

    [Fact]
    public void A_wait_is_shown_in_seconds()
    {
        var said = ErrorText.Of(new SpacesError(SpacesErrorKind.Limited, TimeSpan.FromSeconds(11.4)), "your spaces");
        Assert.Equal("Avaya asks for a pause. Try again in 12 seconds.", said.Text);
    }

    [Fact]
    public void Error_texts_of_Avaya_are_never_shown_to_users()
    {
        foreach (var kind in Enum.GetValues<SpacesErrorKind>())
        {
            Assert.DoesNotContain(
                "stack trace", ErrorText.Of(new SpacesError(kind, Message: "stack trace"), "your spaces").ToString(),
                StringComparison.Ordinal);
        }
    }

    private static License Ending(DateTimeOffset end) => new() { ServiceType = "spaces_power", Expires = end };
}
