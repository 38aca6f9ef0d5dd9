using AvayaCloud.Spaces;
using Bunit;
using SpacesPortal.Components.Pages.Person;
using SpacesPortal.ComponentTests.Support;

namespace SpacesPortal.ComponentTests.Pages;

public sealed class MyProfileTests : PortalTest
{
    [Fact]
    public void Before_Avaya_responds_the_page_shows_a_skeleton()
    {
        SignIn();
        var page = Render<MyProfile>();

        Assert.Equal("Ada Lovelace", page.Find("h1").TextContent);
        Assert.NotEmpty(page.FindAll("[aria-busy=true] .bone"));
    }

    [Fact]
    public void All_data_from_Avaya_is_shown()
    {
        var text = Of(Some.Ada()).Find(".columns").TextContent;

        string[] told =
        [
            "ada@analytical.example", "ada@home.example", "Primary", "Work email", "Home email", "+44 20 7946 0199",
            "12 St James’s Square, London",
            "English (United Kingdom), French", "Europe/Paris", "13:00 UTC+1", "Lady", "Augusta Ada", "King", "Lovelace",
            "Spaces Business", "Trial", "Ends in 17 days, on 9 December 2026", "Provided by your company", "Spaces Power",
            "Does not expire",
            "Employee of a company", "5697db96283a4708c4f786f6", "Through ada@analytical.example",
            "Company admin", "Own account", "5f04251caa4a347af9946e06", "agxzfm9uZXNuYTIwMTRy",
        ];
        foreach (var word in told)
            Assert.Contains(word, text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_primary_address_comes_first_and_is_marked() =>
        Assert.Contains("Primary", Of(Some.Ada()).Find("dl > div").TextContent, StringComparison.Ordinal);

    [Fact]
    public void An_unknown_permission_is_shown_as_its_code() =>
        Assert.Contains(
            Of(Some.Ada()).FindAll("section[aria-labelledby=permissions] li code"),
            code => code.TextContent == "ROBOT_KEEPER_PERMISSION_GROUP");

    [Fact]
    public void The_picture_is_served_by_this_portal()
    {
        var source = Of(Some.Ada()).Find(".hero img").GetAttribute("src")!;

        Assert.StartsWith("profile/photo?v=", source, StringComparison.Ordinal);
        Assert.DoesNotContain("pictures.example", Of(Some.Ada()).Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_user_without_any_data_still_gets_a_page()
    {
        var page = Of(new User());

        Assert.Equal("Unnamed user", page.Find("h1").TextContent);
        Assert.Empty(page.FindAll("img"));
        Assert.All(["contact", "names", "licences", "permissions", "company"], id =>
            Assert.NotNull(page.Find($"section[aria-labelledby={id}] p.quiet")));
    }

    [Fact]
    public void Hostile_fields_are_shown_as_text()
    {
        var page = Of(new User
        {
            Id = Some.Script,
            Username = Some.Script,
            DisplayName = Some.Script,
            Gender = Some.Script,
            TimeZone = Some.Script,
            Name = new PersonName { Given = Some.Script, Pronunciation = Some.Script },
            Emails = [new Email { Value = Some.Script, Label = Some.Script, IsPrimary = true }],
            Phones = [new Phone { Value = "javascript:alert(1)", Type = Some.Script }],
            Addresses = [new Address { Formatted = Some.Script }],
            Languages = [new Language { Code = Some.Script }],
            Licenses = [new License { ServiceType = Some.Script, ParentType = Some.Script }],
            Relations = [new Relation { InitiatorId = Some.Script, RelationType = Some.Script, InitiatorType = Some.Script }],
            Permissions = [Some.Script],
        });

        Assert.Empty(page.FindAll("script, img, [onerror], a[href^=javascript]"));
    }

    [Fact]
    public void A_rate_limit_is_reported_with_its_seconds()
    {
        CurrentUser.Answer(new SpacesError(SpacesErrorKind.Limited, TimeSpan.FromSeconds(12)));

        Assert.Contains("12 seconds", Render<MyProfile>().Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_page_of_a_user_can_sign_out()
    {
        var form = Of(Some.Ada()).Find("form[action=signout]");

        Assert.Equal("post", form.GetAttribute("method"));
        Assert.NotNull(form.QuerySelector("[name=__RequestVerificationToken]"));
    }

    private IRenderedComponent<MyProfile> Of(User user)
    {
        SignIn();
        if (!CurrentUser.HasAnswered)
            CurrentUser.Answer(user);
        return Render<MyProfile>();
    }
}
