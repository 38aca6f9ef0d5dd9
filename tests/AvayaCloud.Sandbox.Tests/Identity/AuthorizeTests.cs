using System.Net;
using AvayaCloud.Sandbox.Tests.Infrastructure;
using Microsoft.AspNetCore.WebUtilities;

namespace AvayaCloud.Sandbox.Tests.Identity;

public sealed class AuthorizeTests
{
    [Theory]
    [InlineData("/oauth2/authorize?")]
    [InlineData("/oauth2/authorize/?")]
    public async Task An_anonymous_user_is_sent_to_the_login_page_with_the_return_address(string path)
    {
        await using var world = await World.StartAsync();
        using var browser = world.NewBrowser();
        var asked = world.Authorize().Replace("/oauth2/authorize?", path, StringComparison.Ordinal);

        var page = await browser.OpenAsync(asked);

        Assert.Equal(HttpStatusCode.Found, page.Status);
        Assert.StartsWith("/account/login/?next=", page.Location, StringComparison.Ordinal);
        Assert.Equal(asked, QueryHelpers.ParseQuery(page.Location!.Split('?', 2)[1])["next"]);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("a b&c=d/é+%2F\"<")]
    public async Task Acceptance_returns_a_code_and_the_unchanged_state(string state)
    {
        await using var world = await World.StartAsync();

        var callback = await world.ConsentAsync(changes: ("state", state));

        var query = QueryHelpers.ParseQuery(callback.Query);
        Assert.Equal(World.Callback, callback.GetLeftPart(UriPartial.Path));
        Assert.Equal(state, query["state"]);
        Assert.Matches("^[0-9a-f]{40}$", query["code"].ToString());
        Assert.Equal(2, query.Count);
    }

    [Fact]
    public async Task Denial_returns_access_denied_and_the_state()
    {
        await using var world = await World.StartAsync();

        var callback = await world.ConsentAsync(accept: false);

        Assert.Equal("?state=st-1&error=access_denied", callback.Query);
    }

    [Fact]
    public async Task Without_a_state_none_is_returned()
    {
        await using var world = await World.StartAsync();
        Assert.DoesNotContain("state", (await world.ConsentAsync(changes: ("state", null))).Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_signed_in_user_goes_straight_to_consent_every_time()
    {
        await using var world = await World.StartAsync();
        using var browser = world.NewBrowser();
        var consent = await browser.LogInAsync(await browser.FollowAsync(await browser.OpenAsync(world.Authorize())), World.Max);
        await browser.SubmitAsync(consent, "/oauth2/authorize/confirm", ("authorize", "Authorize"));

        var again = await browser.OpenAsync(world.Authorize());

        Assert.Equal("/oauth2/authorize/confirm", again.Location);
        Assert.True((await browser.FollowAsync(again)).Says("Accept"));
    }

    [Fact]
    public async Task Consent_names_the_application_the_person_and_the_three_permissions()
    {
        await using var world = await World.StartAsync();
        using var browser = world.NewBrowser();

        var consent = await browser.LogInAsync(await browser.FollowAsync(await browser.OpenAsync(world.Authorize())), World.Ada);

        string[] expected =
        [
            "Spaces Portal", World.Ada, "View and update user email information", "View user detail information", "Call Avaya Spaces APIs",
            "Accept", "Deny", "not Avaya",
        ];
        Assert.All(expected, text => Assert.True(consent.Says(text), text));
    }

    public static TheoryData<string, string?, string> Mistakes => new()
    {
        { "client_id", "0000000000000000000f", "unauthorized_client" },
        { "client_id", null, "unauthorized_client" },
        { "redirect_uri", null, "invalid_request" },
        { "redirect_uri", "http://localhost:5080/elsewhere", "invalid_request" },
        { "redirect_uri", "https://evil.example/signin-avaya", "invalid_request" },
        { "redirect_uri", "http://localhost:5080/signin-avaya#part", "invalid_request" },
        { "redirect_uri", "http://localhost@evil.example/signin-avaya", "invalid_request" },
        { "redirect_uri", "http://me@localhost/signin-avaya", "invalid_request" },
        { "redirect_uri", "javascript:/signin-avaya", "invalid_request" },
        { "redirect_uri", "/signin-avaya", "invalid_request" },
        { "response_type", null, "invalid_request" },
        { "response_type", "id_token", "unsupported_response_type" },
        { "scope", "email everything", "invalid_scope" },
        { "code_challenge", "short", "invalid_request" },
        { "code_challenge_method", "S256", "invalid_request" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task An_invalid_request_gets_a_page_and_no_redirect(string name, string? value, string error)
    {
        await using var world = await World.StartAsync();
        using var browser = world.NewBrowser();

        var page = await browser.OpenAsync(world.Authorize((name, value)));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Null(page.Location);
        Assert.True(page.Says(error));
    }

    [Fact]
    public async Task A_redirect_that_is_not_registered_is_refused_with_the_documented_text()
    {
        await using var world = await World.StartAsync(it => it.RedirectUris.Add("http://localhost:5080/signin-avaya"));
        using var browser = world.NewBrowser();

        Assert.Equal(HttpStatusCode.Found, (await browser.OpenAsync(world.Authorize())).Status);
        var page = await browser.OpenAsync(world.Authorize(("redirect_uri", "http://localhost:5080/signin-avaya/")));
        Assert.True(page.Says("The requested redirect didn't match the client settings."));
    }

    [Fact]
    public async Task A_parameter_sent_twice_is_refused()
    {
        await using var world = await World.StartAsync();
        using var browser = world.NewBrowser();
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.OpenAsync(world.Authorize() + "&state=other")).Status);
        Assert.Equal(HttpStatusCode.Found, (await browser.OpenAsync(world.Authorize() + "&grand_type=a&grand_type=b")).Status);
    }

    [Fact]
    public async Task Consent_without_a_request_has_expired()
    {
        await using var world = await World.StartAsync();
        using var browser = world.NewBrowser();
        await browser.LogInAsync(await browser.OpenAsync("/account/login/"), World.Ada);

        Assert.True((await browser.OpenAsync("/oauth2/authorize/confirm")).Says("expired_authorization"));
        Assert.True((await browser.OpenAsync("/oauth2/redirect")).Says("expired_authorization"));
    }

    [Fact]
    public async Task A_decision_is_named_once()
    {
        await using var world = await World.StartAsync();
        using var browser = world.NewBrowser();
        var consent = await browser.LogInAsync(await browser.FollowAsync(await browser.OpenAsync(world.Authorize())), World.Ada);
        await browser.FollowAsync(await browser.SubmitAsync(consent, "/oauth2/authorize/confirm", ("authorize", "Authorize")));

        Assert.Equal(HttpStatusCode.BadRequest, (await browser.OpenAsync("/oauth2/redirect")).Status);
        Assert.Equal(
            HttpStatusCode.BadRequest,
            (await browser.SubmitAsync(consent, "/oauth2/authorize/confirm", ("authorize", "Authorize"))).Status);
    }

    [Fact]
    public async Task Two_tabs_answer_each_for_itself()
    {
        await using var world = await World.StartAsync();
        using var browser = world.NewBrowser();
        var first = await browser.LogInAsync(
            await browser.FollowAsync(await browser.OpenAsync(world.Authorize(("state", "first")))), World.Ada);
        await browser.FollowAsync(await browser.OpenAsync(world.Authorize(("state", "second"))));

        var back = await browser.FollowAsync(await browser.SubmitAsync(first, "/oauth2/authorize/confirm"));

        Assert.Contains("state=first", back.Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_forged_consent_gives_nothing()
    {
        await using var world = await World.StartAsync();
        using var browser = world.NewBrowser();
        await browser.LogInAsync(await browser.FollowAsync(await browser.OpenAsync(world.Authorize())), World.Ada);

        var page = await browser.PostAsync(
            "/oauth2/authorize/confirm", ("authorize", "Authorize"), ("csrfmiddlewaretoken", new string('0', 40)));

        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.OpenAsync("/oauth2/redirect")).Status);
    }

    [Fact]
    public async Task Not_you_leads_to_the_login_page_and_back()
    {
        await using var world = await World.StartAsync();
        using var browser = world.NewBrowser();
        await browser.LogInAsync(await browser.FollowAsync(await browser.OpenAsync(world.Authorize())), World.Ada);

        var login = await browser.FollowAsync(await browser.OpenAsync("/account/logout/?next=" + Uri.EscapeDataString(world.Authorize())));

        Assert.True((await browser.LogInAsync(login, World.Max)).Says(World.Max));
    }
}
