using System.Text.RegularExpressions;

namespace SpacesPortal.EndToEndTests;

public sealed class ProfileTests(Chromium chromium, PortalFixture portal) : BrowserTests<PortalFixture>(chromium, portal)
{
    [Fact]
    public async Task It_shows_all_data_of_a_user()
    {
        var profile = (await SignInAsync("admin", "/profile")).Profile;

        await Expect(profile.Name).ToHaveTextAsync("Ada Admin");
        await ShowsAsync(profile.Card("Contact"),
            "ada.admin@example.com", "Primary", "ada@home.example", "+15550100199", "+15550100142", "12 Harbour Street, Galway",
            "English (United Kingdom)",
            "French (France)", "German (Germany)", "Europe/Dublin");
        await ShowsAsync(profile.Card("Name"), "Dr Ada Maria Admin", "Dr", "Maria", "AY-duh");
        await ShowsAsync(profile.Card("Company"), "Employee of a company", "Through ada.admin@example.com");
        await ShowsAsync(
            profile.Card("Licences"), "Spaces Business", "Spaces Power", "Trial", "Valid until 1 May", "Provided by your company");
        await ShowsAsync(profile.Card("What you may do"), "Own account", "Company admin");
        await ShowsAsync(profile.Card("Ids for support"), "Spaces id", "Identity id", "ada.admin@example.com");
        await Expect(profile.SignOut).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Its_picture_is_served_by_the_portal()
    {
        var user = await SignInAsync("admin", "/profile");
        var picture = user.Page.Locator(".hero img");

        await Expect(picture).ToHaveJSPropertyAsync("naturalWidth", 96);
        await Expect(picture).ToHaveAttributeAsync("src", new Regex("^profile/photo\\?v=", RegexOptions.None, TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public async Task A_member_has_their_own_licence_and_no_mark_of_an_admin()
    {
        var profile = (await SignInAsync("member", "/profile")).Profile;

        await Expect(profile.Name).ToHaveTextAsync("Max Member");
        await ShowsAsync(profile.Card("Licences"), "Spaces Team");
        await Expect(profile.Card("What you may do")).Not.ToContainTextAsync("Company admin");
    }

    [Fact]
    public async Task A_guest_sees_that_there_is_no_company_and_no_licence()
    {
        var user = await SignInAsync("guest", "/profile");

        await ShowsAsync(user.Profile.Card("Company"), "Your account does not belong to a company.");
        await ShowsAsync(user.Profile.Card("Licences"), "Your account has no licence.");
        // Avaya's address for "no picture" is not shown as a picture.
        await Expect(user.Page.Locator(".hero img")).ToHaveCountAsync(0);
        await Expect(user.Page.Locator(".hero .avatar")).ToHaveTextAsync("GG");
    }

    [Fact]
    public async Task A_user_without_a_name_is_shown_by_email_address_in_the_menu()
    {
        var profile = (await SignInAsync("unnamed", "/profile")).Profile;

        await Expect(profile.Name).ToHaveTextAsync("nobody.new@example.com");
        await ShowsAsync(profile.Card("Name"), "Avaya has no name for you.");
    }

    private static async Task ShowsAsync(ILocator card, params string[] texts)
    {
        foreach (var text in texts)
            await Expect(card).ToContainTextAsync(text);
    }
}
