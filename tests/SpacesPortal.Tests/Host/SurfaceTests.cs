using System.Net;
using System.Text.RegularExpressions;

namespace SpacesPortal.Tests.Host;

public sealed partial class SurfaceTests : IAsyncLifetime
{
    private PortalHost _portal = null!;

    public async ValueTask InitializeAsync() => _portal = await PortalHost.StartAsync();

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Theory]
    [InlineData("/")]
    [InlineData("/profile")]
    [InlineData("/no-such-page")]
    [InlineData("/api/me")]
    [InlineData("/app.css")]
    [InlineData("/health/live")]
    [InlineData("/signin-avaya")]
    public async Task Every_response_has_the_security_headers(string address)
    {
        using var visitor = _portal.Visit();
        var answer = await visitor.GetAsync(address);

        Assert.Equal(
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
            + "connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'self'; frame-ancestors 'none'; object-src 'none'",
            Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("DENY", Assert.Single(answer.Headers.GetValues("X-Frame-Options")));
        Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Fact]
    public async Task Health_responses_contain_only_the_status()
    {
        using var visitor = _portal.Visit();

        Assert.Equal("Healthy", await TextAsync(await visitor.GetAsync("/health/live")));
        Assert.Equal("Healthy", await TextAsync(await visitor.GetAsync("/health/ready")));
    }

    [Fact]
    public async Task Monitors_may_ask_pages_by_HEAD()
    {
        using var visitor = _portal.Visit();
        using var head = new HttpRequestMessage(HttpMethod.Head, "/");

        Assert.Equal(HttpStatusCode.OK, (await visitor.SendAsync(head)).StatusCode);
    }

    [Fact]
    public async Task A_host_that_is_not_the_portals_is_refused()
    {
        using var visitor = _portal.Visit();
        using var forged = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { Host = "evil.example" } };

        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.SendAsync(forged)).StatusCode);
    }

    [Fact]
    public async Task The_signed_in_user_is_returned_without_a_token()
    {
        using var stranger = _portal.Visit();
        var refused = await stranger.GetAsync("/api/me");
        Assert.Equal((HttpStatusCode.Unauthorized, ""), (refused.StatusCode, await TextAsync(refused)));

        using var visitor = await _portal.VisitAsync(_portal.Ada);
        var answer = await visitor.GetAsync("/api/me");
        var text = await TextAsync(answer);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Matches("""^\{"userId":"[0-9a-f]{24}","displayName":"Ada Admin","email":"ada.admin@example.com",""", text);
        Assert.Matches(""","pictureUrl":"[^"]+","sessionEndsAt":"[^"]+"\}$""", text);
        var tokens = _portal.Avaya.Tokens.LatestTokens(_portal.Ada.Username)!;
        Assert.DoesNotContain(tokens.AccessToken, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Static_files_are_fingerprinted_for_ever_and_carry_no_cookie()
    {
        using var visitor = await _portal.VisitAsync(_portal.Ada);
        var page = await TextAsync(await visitor.GetAsync("/"));
        var stylesheet = Stylesheet().Match(page).Groups["path"].Value;

        var answer = await visitor.GetAsync("/" + stylesheet.TrimStart('/'));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/_framework/blazor.web.js")).StatusCode);
    }

    [Theory]
    [InlineData("/theme", "theme=dark")]
    [InlineData("/theme", "%00=%00")]
    [InlineData("/signin", "returnUrl=%00")]
    [InlineData("/signout", "a=%00")]
    public async Task A_form_that_the_portal_did_not_make_is_refused_without_a_server_error(string address, string body)
    {
        using var visitor = await _portal.VisitAsync(_portal.Ada);
        using var form = new HttpRequestMessage(HttpMethod.Post, address);
        form.Content = new StringContent(body, null, "application/x-www-form-urlencoded");

        var answer = await visitor.SendAsync(form);

        Assert.InRange((int)answer.StatusCode, 300, 499);
        Assert.True(answer.Headers.Contains("Content-Security-Policy"));
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/api/me")).StatusCode);
    }

    [Fact]
    public async Task Enhanced_navigation_loads_the_page_in_full_instead_of_following_a_redirect_to_another_origin()
    {
        using var visitor = _portal.Visit();
        using var fetch = new HttpRequestMessage(HttpMethod.Get, "/spaces?q=x");
        fetch.Headers.TryAddWithoutValidation("Accept", "text/html; blazor-enhanced-nav=on");

        var answer = await visitor.SendAsync(fetch);

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal("/spaces?q=x", Assert.Single(answer.Headers.GetValues("blazor-enhanced-nav-redirect-location")));
    }

    private static Task<string> TextAsync(HttpResponseMessage answer) => answer.Content.ReadAsStringAsync();

    [GeneratedRegex(
        """<link rel="stylesheet" href="(?<path>[^"]+\.[a-z0-9]{10}\.css)" """,
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Stylesheet();
}
