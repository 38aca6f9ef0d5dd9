namespace SpacesPortal.EndToEndTests;

public sealed class SignInTests(Chromium chromium, World world) : BrowserTests(chromium, world), IClassFixture<World>
{
    [Theory]
    [InlineData("admin", "Hello, Ada Admin")]
    [InlineData("member", "Hello, Max Member")]
    [InlineData("guest", "Hello, Gil Guest")]
    [InlineData("unnamed", "Hello")]
    public async Task Each_of_the_demo_people_signs_in_is_greeted_and_signs_out(string role, string greeting)
    {
        var visit = await SignedInAsync(role);
        var person = World.Person(role);

        await Expect(visit.Notice.Title).ToHaveTextAsync(greeting);
        // A user without a name is shown by email address.
        await Expect(visit.Account.Button).ToContainTextAsync(person.DisplayName is { Length: > 0 } name ? name : person.Username);

        await visit.Account.SignOutAsync();
        await visit.ArriveAsync("/signed-out");
        await Expect(visit.Notice.Title).ToHaveTextAsync("You are signed out");
        await visit.OpenAsync("/");
        await Expect(visit.Landing.SignIn).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_way_in_and_out_needs_no_mouse()
    {
        var visit = await VisitAsync();
        var keys = visit.Page.Keyboard;
        var person = World.Person("member");
        await visit.OpenAsync("/");

        await visit.TabToAsync(visit.Landing.SignIn);
        await keys.PressAsync("Enter");
        await visit.TabToAsync(visit.Login.Username);
        await keys.TypeAsync(person.Username);
        await visit.TabToAsync(visit.Login.Password);
        await keys.TypeAsync(person.Password);
        await keys.PressAsync("Enter");
        await visit.TabToAsync(visit.Consent.Accept);
        await keys.PressAsync("Enter");
        await Expect(visit.Notice.Title).ToHaveTextAsync("Hello, Max Member");

        await visit.TabToAsync(visit.Account.Button);
        await keys.PressAsync("Enter");
        await visit.TabToAsync(visit.Account.SignOut);
        await keys.PressAsync("Enter");
        await visit.ArriveAtPageAsync("/signed-out");
    }

    [Fact]
    public async Task A_wrong_password_is_refused_in_words_and_the_right_one_still_works()
    {
        var visit = await VisitAsync();
        var person = World.Person("admin");
        await visit.OpenAsync("/");
        await visit.Landing.SignInAsync();

        await visit.Login.SignInAsync(person.Username, "not-the-password");
        await Expect(visit.Login.Problem).ToHaveTextAsync("Invalid Username or Password!");
        await visit.Login.SignInAsync(person);
        await visit.Consent.AcceptAsync();

        await Expect(visit.Notice.Title).ToHaveTextAsync("Hello, Ada Admin");
    }

    [Fact]
    public async Task Who_says_no_at_the_consent_finds_a_calm_page_whose_button_leads_to_the_page_first_wanted()
    {
        var visit = await VisitAsync();
        await visit.OpenAsync("/spaces?q=launch");
        await visit.Login.SignInAsync(World.Person("admin"));
        await visit.Consent.DenyAsync();

        await Expect(visit.Notice.Title).ToHaveTextAsync("You did not let the portal in");
        await Expect(visit.Page.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
        await Expect(visit.Notice.Buttons).ToHaveCountAsync(1);

        await visit.Notice.Buttons.ClickAsync();
        await visit.Consent.AcceptAsync();
        await visit.ArriveAsync("/spaces?q=launch");
    }

    [Theory]
    [InlineData("/spaces?q=launch&sort=title&page=1")]
    [InlineData("/spaces?q=M%C3%BCnchen%20%26%20%22quoted%22&type=group")]
    [InlineData("/profile")]
    public async Task A_deep_link_opened_by_a_stranger_is_where_the_sign_in_ends_to_the_letter(string address)
    {
        var visit = await SignedInAsync("admin", address);

        Assert.Equal(address, visit.At);
        await Expect(visit.Account.Button).ToBeVisibleAsync();
    }
}
