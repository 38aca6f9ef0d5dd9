using System.Net;
using AvayaCloud.Sandbox.Tests.Infrastructure;

namespace AvayaCloud.Sandbox.Tests.Identity;

public sealed class LoginTests
{
    [Fact]
    public async Task The_page_offers_the_five_methods_and_says_that_it_is_a_sandbox()
    {
        await using var world = await World.StartAsync();
        using var browser = world.NewBrowser();

        var page = await browser.OpenAsync("/account/login/?next=%2F&product_name=zangspaces");

        string[] expected =
        [
            "Avaya Cloud account", "Google account", "Office365 account", "Salesforce account", "Avaya account", "Sandbox", "not Avaya",
        ];
        Assert.All(expected, text => Assert.True(page.Says(text), text));
    }

    [Theory]
    [InlineData(World.Ada, "wrong")]
    [InlineData(World.Ada, "")]
    [InlineData("stranger@example.com", "sandbox-2026")]
    [InlineData("", "")]
    [InlineData("colleague.1@example.com", "")]
    public async Task A_wrong_name_or_password_is_refused_with_an_explanation(string username, string password)
    {
        await using var world = await World.StartAsync();
        using var browser = world.NewBrowser();

        var page = await browser.LogInAsync(await browser.FollowAsync(await browser.OpenAsync(world.Authorize())), username, password);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.True(page.Says("Invalid Username or Password!"));
        Assert.True((await browser.LogInAsync(page, World.Ada)).Says("Accept"), "and the right one then leads on");
    }

    [Theory]
    [InlineData(World.Ada)]
    [InlineData(World.Max)]
    [InlineData(World.Gil)]
    [InlineData(World.Nobody)]
    [InlineData(World.Hal)]
    [InlineData(" ADA.Admin@Example.com ")]
    public async Task Each_demo_user_can_sign_in(string username)
    {
        await using var world = await World.StartAsync();
        Assert.Equal(HttpStatusCode.OK, (await world.SignInAsync(username)).Status);
    }

    [Theory]
    [InlineData("google", World.Max)]
    [InlineData("office365", World.Gil)]
    [InlineData("salesforce", World.Nobody)]
    [InlineData("avaya", World.Ada)]
    public async Task The_other_methods_sign_in_the_user_they_name(string method, string username)
    {
        await using var world = await World.StartAsync();
        using var browser = world.NewBrowser();
        var login = await browser.FollowAsync(await browser.OpenAsync(world.Authorize()));
        Assert.True(login.Says("as " + username));

        var consent = await browser.FollowAsync(await browser.SubmitAsync(login, "/account/login/", ("method", method)));

        Assert.True(consent.Says(username));
    }

    [Fact]
    public async Task An_unknown_method_signs_no_one_in()
    {
        await using var world = await World.StartAsync();
        using var browser = world.NewBrowser();
        var page = await browser.SubmitAsync(await browser.OpenAsync("/account/login/"), "/account/login/", ("method", "magic"));
        Assert.True(page.Says("Invalid Username or Password!"));
    }

    [Fact]
    public async Task A_form_without_the_cookies_token_is_refused()
    {
        await using var world = await World.StartAsync();
        using var browser = world.NewBrowser();
        var page = await browser.PostAsync("/account/login/", ("username", World.Ada), ("password", "sandbox-2026"));
        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/a\r\nSet-Cookie: x=y")]
    [InlineData("")]
    public async Task It_redirects_only_to_itself(string next)
    {
        await using var world = await World.StartAsync();
        using var browser = world.NewBrowser();
        var login = await browser.OpenAsync("/account/login/?next=" + Uri.EscapeDataString(next));
        var page = await browser.SubmitAsync(login, "/account/login/", ("username", World.Ada), ("password", "sandbox-2026"));
        Assert.Equal("/_sandbox", page.Location);
    }

    [Fact]
    public async Task Signing_in_changes_the_session_id_and_the_old_one_is_invalid()
    {
        await using var world = await World.StartAsync();
        using var browser = world.NewBrowser();
        var login = await browser.FollowAsync(await browser.OpenAsync(world.Authorize()));
        var before = browser.Cookie("sessionid");

        await browser.LogInAsync(login, World.Ada);

        Assert.NotNull(before);
        Assert.NotEqual(before, browser.Cookie("sessionid"));
        using var planted = new HttpRequestMessage(
            HttpMethod.Get, new Uri("/oauth2/authorize/confirm", UriKind.Relative))
        { Headers = { { "Cookie", "sessionid=" + before } } };
        using var answer = await world.Http.SendAsync(planted, TestContext.Current.CancellationToken);
        Assert.StartsWith("/account/login/", answer.Headers.Location?.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Typed_text_is_shown_as_text()
    {
        await using var world = await World.StartAsync();
        using var browser = world.NewBrowser();
        const string Typed = "\"><script>alert(1)</script>";

        var page = await browser.LogInAsync(await browser.OpenAsync("/account/login/?next=" + Uri.EscapeDataString(Typed)), Typed);

        Assert.DoesNotContain("<script", page.Html, StringComparison.OrdinalIgnoreCase);
        Assert.True(page.Says(Typed));
    }

    [Theory]
    [InlineData("/account/login/")]
    [InlineData("/_sandbox")]
    [InlineData("/oauth2/redirect")]
    public async Task Pages_have_a_title_a_language_one_heading_and_no_script(string path)
    {
        await using var world = await World.StartAsync();
        using var browser = world.NewBrowser();

        var page = await browser.OpenAsync(path);

        Assert.Contains("<html lang=\"en\">", page.Html, StringComparison.Ordinal);
        Assert.Matches("<title>.+</title>", page.Html);
        Assert.Equal(2, page.Html.Split("<h1>").Length);
        Assert.DoesNotContain("<script", page.Html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("style=", page.Html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("default-src 'none'", page.Response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("no-store", page.Response.Headers.GetValues("Cache-Control").Single());
    }
}
