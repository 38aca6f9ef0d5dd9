namespace SpacesPortal.EndToEndTests;

public sealed class SignInTests(Chromium chromium, PortalFixture portal) : BrowserTests<PortalFixture>(chromium, portal)
{
    [Theory]
    [InlineData("admin", "Hello, Ada Admin")]
    [InlineData("member", "Hello, Max Member")]
    [InlineData("guest", "Hello, Gil Guest")]
    [InlineData("unnamed", "Hello")]
    public async Task Each_demo_user_signs_in_is_greeted_and_signs_out(string role, string greeting)
    {
        var user = await SignInAsync(role);
        var person = Portal.User(role);

        await Expect(user.Notice.Title).ToHaveTextAsync(greeting);
        // A user without a name is shown by email address.
        await Expect(user.Account.Button).ToContainTextAsync(person.DisplayName is { Length: > 0 } name ? name : person.Username);

        await user.Account.SignOutAsync();
        await user.ArriveAsync("/signed-out");
        await Expect(user.Notice.Title).ToHaveTextAsync("You are signed out");
        await user.OpenAsync("/");
        await Expect(user.Landing.SignIn).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Signing_in_and_out_works_with_the_keyboard()
    {
        var user = await OpenBrowserAsync();
        var keys = user.Page.Keyboard;
        var person = Portal.User("member");
        await user.OpenAsync("/");

        await user.TabToAsync(user.Landing.SignIn);
        await keys.PressAsync("Enter");
        await user.TabToAsync(user.Login.Username);
        await keys.TypeAsync(person.Username);
        await user.TabToAsync(user.Login.Password);
        await keys.TypeAsync(person.Password);
        await keys.PressAsync("Enter");
        await user.TabToAsync(user.Consent.Accept);
        await keys.PressAsync("Enter");
        await Expect(user.Notice.Title).ToHaveTextAsync("Hello, Max Member");

        await user.TabToAsync(user.Account.Button);
        await keys.PressAsync("Enter");
        await user.TabToAsync(user.Account.SignOut);
        await keys.PressAsync("Enter");
        await user.ArriveAtPageAsync("/signed-out");
    }

    [Fact]
    public async Task A_wrong_password_is_refused_with_an_explanation_and_the_right_one_still_works()
    {
        var user = await OpenBrowserAsync();
        var person = Portal.User("admin");
        await user.OpenAsync("/");
        await user.Landing.SignInAsync();

        await user.Login.SignInAsync(person.Username, "not-the-password");
        await Expect(user.Login.Problem).ToHaveTextAsync("Invalid Username or Password!");
        await user.Login.SignInAsync(person);
        await user.Consent.AcceptAsync();

        await Expect(user.Notice.Title).ToHaveTextAsync("Hello, Ada Admin");
    }

    [Fact]
    public async Task A_user_who_declines_consent_gets_a_page_whose_button_leads_to_the_requested_page()
    {
        var user = await OpenBrowserAsync();
        await user.OpenAsync("/spaces?q=launch");
        await user.Login.SignInAsync(Portal.User("admin"));
        await user.Consent.DenyAsync();

        await Expect(user.Notice.Title).ToHaveTextAsync("You did not let the portal in");
        await Expect(user.Page.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
        await Expect(user.Notice.Buttons).ToHaveCountAsync(1);

        await user.Notice.Buttons.ClickAsync();
        await user.Consent.AcceptAsync();
        await user.ArriveAsync("/spaces?q=launch");
    }

    [Theory]
    [InlineData("/spaces?q=launch&sort=title&page=1")]
    [InlineData("/spaces?q=M%C3%BCnchen%20%26%20%22quoted%22&type=group")]
    [InlineData("/profile")]
    public async Task An_anonymous_deep_link_is_exactly_where_the_sign_in_ends(string address)
    {
        var user = await SignInAsync("admin", address);

        Assert.Equal(address, user.At);
        await Expect(user.Account.Button).ToBeVisibleAsync();
    }
}
