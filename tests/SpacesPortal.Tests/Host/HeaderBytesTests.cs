using System.Net;

namespace SpacesPortal.Tests.Host;

/// <summary>
/// Other sites of the domain set cookies, and addresses that lead here come from anywhere: their bytes need not be UTF-8, and the reader
/// can do nothing about them (RFC 9110 section 5.5).
/// </summary>
public sealed class HeaderBytesTests : IAsyncLifetime
{
    private PortalHost _portal = null!;

    public async ValueTask InitializeAsync() => _portal = await PortalHost.StartAsync();

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Theory]
    [InlineData("Cookie: campaign=M\u00fcller")]
    [InlineData("Cookie: campaign=\u0080\u009f\u00ff")]
    [InlineData("Referer: https://example.com/caf\u00e9")]
    [InlineData("User-Agent: Caf\u00e9/1.0")]
    [InlineData("Accept-Language: \u00fc")]
    [InlineData("X-Forwarded-For: \u00fc")]
    [InlineData("Accept: text/html; q=\u00fc")]
    [InlineData("Cookie: campaign=M\u00c3\u00bcller")]
    public async Task A_request_with_arbitrary_bytes_in_a_header_gets_the_page(string header)
    {
        foreach (var address in new[] { "/", "/health/live", "/app.css" })
            Assert.Equal(200, RawRequest.StatusOf(await AskAsync(address, header)));
    }

    [Theory]
    [InlineData("campaign=M\u00fcller; {0}")]
    [InlineData("{0}; campaign=M\u00fcller")]
    [InlineData("\u00fc; {0}; \u00fc=\u00fc")]
    public async Task A_foreign_cookie_does_not_hide_the_session(string cookies)
    {
        using var visitor = await _portal.VisitAsync(_portal.Ada);
        var header = string.Format(null, cookies, visitor.CookieHeader);

        Assert.Contains("\"displayName\":\"Ada Admin\"", await AskAsync("/api/me", "Cookie: " + header), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_browser_with_a_user_agent_of_arbitrary_bytes_signs_in_and_is_listed()
    {
        using var visitor = _portal.Visit();
        var callback = await visitor.AuthorizeAsync(_portal.Ada, "/signin");
        var cookies = string.Join(
            "; ", visitor.Cookies.GetCookies(_portal.Address).Cast<Cookie>().Select(cookie => $"{cookie.Name}={cookie.Value}"));

        var done = await AskAsync(callback.PathAndQuery, "Cookie: " + cookies, "User-Agent: Caf\u00e9 (\u0085)", "Referer: http://\u00fc/");

        Assert.Equal(302, RawRequest.StatusOf(done));
        Assert.Contains("\r\nLocation: /\r\n", done, StringComparison.Ordinal);
    }

    private Task<string> AskAsync(string address, params string[] headers) =>
        RawRequest.SendAsync(
            _portal.Address, [$"GET {address} HTTP/1.1", $"Host: {_portal.Address.Authority}", .. headers, "Connection: close"]);
}
