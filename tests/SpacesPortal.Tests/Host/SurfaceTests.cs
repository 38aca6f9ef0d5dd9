using System.Net;
using System.Text.RegularExpressions;
using SpacesPortal.Tests.Sessions;

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
    public async Task Every_answer_carries_the_headers(string address)
    {
        using var visitor = _portal.Visit();
        var answer = await visitor.GetAsync(address);

        Assert.Equal(
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; "
            + "form-action 'self'; base-uri 'self'; frame-ancestors 'none'; object-src 'none'",
            Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("DENY", Assert.Single(answer.Headers.GetValues("X-Frame-Options")));
        Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Fact]
    public async Task Health_answers_without_a_word_more()
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
    public async Task The_signed_in_person_is_told_without_a_token()
    {
        using var stranger = _portal.Visit();
        var refused = await stranger.GetAsync("/api/me");
        Assert.Equal((HttpStatusCode.Unauthorized, ""), (refused.StatusCode, await TextAsync(refused)));

        using var visitor = await _portal.VisitAsync(_portal.Ada);
        var answer = await visitor.GetAsync("/api/me");
        var text = await TextAsync(answer);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Matches("""^\{"userId":"[0-9a-f]{24}","displayName":"Ada Admin","email":"ada.admin@example.com","pictureUrl":"[^"]+","sessionEndsAt":"[^"]+"\}$""", text);
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

    [Fact]
    public async Task Sign_out_is_a_form_with_proof_and_nothing_else()
    {
        using var visitor = await _portal.VisitAsync(_portal.Ada);

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/signout")).StatusCode);
        var forged = await visitor.PostAsync("/signout");
        Assert.Equal("/signout-again", forged.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/api/me")).StatusCode);

        var again = await TextAsync(await visitor.GetAsync("/signout-again"));
        var token = Antiforgery().Match(again).Groups["value"].Value;
        var done = await visitor.PostAsync("/signout", ("__RequestVerificationToken", token));
        Assert.Equal("/signed-out", done.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.Unauthorized, (await visitor.GetAsync("/api/me")).StatusCode);
        Assert.Equal(1, _portal.Avaya.Log.Count("revoke"));
    }

    [Fact]
    public async Task A_sign_out_form_on_another_site_touches_nothing()
    {
        // SameSite=Lax gives that form no cookie, so here is nobody; yet the answer would reach the victim's browser.
        using var stranger = _portal.Visit();

        var answer = await stranger.PostAsync("/signout");

        Assert.False(answer.Headers.Contains("Clear-Site-Data"));
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("/theme", "theme=dark")]
    [InlineData("/theme", "%00=%00")]
    [InlineData("/signin", "returnUrl=%00")]
    [InlineData("/signout", "a=%00")]
    public async Task A_form_that_is_none_of_ours_is_no_failure_of_ours(string address, string body)
    {
        using var visitor = await _portal.VisitAsync(_portal.Ada);
        using var form = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent(body, null, "application/x-www-form-urlencoded") };

        var answer = await visitor.SendAsync(form);

        Assert.InRange((int)answer.StatusCode, 300, 499);
        Assert.True(answer.Headers.Contains("Content-Security-Policy"));
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/api/me")).StatusCode);
    }

    [Fact]
    public async Task A_callback_is_not_opened_by_asking_for_its_head()
    {
        using var visitor = _portal.Visit();
        var callback = await visitor.BeginAsync(_portal.Ada, "/signin");
        using var head = new HttpRequestMessage(HttpMethod.Head, callback.PathAndQuery);

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.SendAsync(head)).StatusCode);
        Assert.Equal(0, _portal.Avaya.Log.Count("token"));
    }

    [Fact]
    public async Task Enhanced_navigation_is_told_to_load_the_page_in_full_instead_of_following_abroad()
    {
        using var visitor = _portal.Visit();
        using var fetch = new HttpRequestMessage(HttpMethod.Get, "/spaces?q=x");
        fetch.Headers.TryAddWithoutValidation("Accept", "text/html; blazor-enhanced-nav=on");

        var answer = await visitor.SendAsync(fetch);

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal("/spaces?q=x", Assert.Single(answer.Headers.GetValues("blazor-enhanced-nav-redirect-location")));
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/%5cevil.example")]
    [InlineData("https://evil.example")]
    [InlineData("/\r\nSet-Cookie: a=b")]
    public async Task A_sign_in_with_a_hostile_return_address_ends_at_home(string returnUrl)
    {
        using var visitor = _portal.Visit();
        var done = await visitor.SignInAsync(_portal.Ada, "/signin?returnUrl=" + Uri.EscapeDataString(returnUrl));

        Assert.Equal("/", done.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Signing_in_again_while_signed_in_just_goes_there()
    {
        using var visitor = await _portal.VisitAsync(_portal.Ada);

        Assert.Equal("/profile", (await visitor.GetAsync("/signin?returnUrl=/profile")).Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("http://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("null", HttpStatusCode.Forbidden)]
    [InlineData(null, HttpStatusCode.OK)]
    public async Task A_circuit_opens_for_the_portals_own_pages_only(string? origin, HttpStatusCode expected)
    {
        using var visitor = await _portal.VisitAsync(_portal.Ada);
        using var negotiate = new HttpRequestMessage(HttpMethod.Post, $"/_blazor/negotiate?negotiateVersion=1&session={await MarkAsync(visitor)}");
        negotiate.Headers.TryAddWithoutValidation("Origin", origin ?? _portal.Address.GetLeftPart(UriPartial.Authority));

        Assert.Equal(expected, (await visitor.SendAsync(negotiate)).StatusCode);
    }

    [Fact]
    public async Task A_circuit_of_a_page_that_was_made_for_another_session_is_refused()
    {
        using var ada = await _portal.VisitAsync(_portal.Ada);
        using var max = await _portal.VisitAsync(_portal.Avaya.People.Single(person => person.Role == "member"));

        foreach (var mark in new[] { await MarkAsync(max), "", "x" })
        {
            var response = await ada.PostAsync($"/_blazor/negotiate?negotiateVersion=1&session={mark}");
            Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        }
    }

    private static async Task<string> MarkAsync(Visitor visitor) => OpenPage.MarkIn(await TextAsync(await visitor.GetAsync("/profile")));

    private static Task<string> TextAsync(HttpResponseMessage answer) => answer.Content.ReadAsStringAsync();

    [GeneratedRegex("""<link rel="stylesheet" href="(?<path>[^"]+\.[a-z0-9]{10}\.css)" """, RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Stylesheet();

    [GeneratedRegex("""name="__RequestVerificationToken" value="(?<value>[^"]+)" """, RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Antiforgery();
}
