using System.Net;
using Microsoft.AspNetCore.WebUtilities;

namespace SpacesPortal.Tests.Host;

/// <summary>The portal behind a proxy that ends TLS: the configured address decides, whatever the request says.</summary>
public sealed class PublicAddressTests : IAsyncLifetime
{
    private readonly string _keys = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
    private PortalHost _portal = null!;

    public async ValueTask InitializeAsync() =>
        _portal = await PortalHost.StartAsync(
            "Production", ("Portal:PublicUrl", "https://portal.example.com"), ("Portal:KeysDirectory", _keys));

    public async ValueTask DisposeAsync()
    {
        await _portal.DisposeAsync();
        Directory.Delete(_keys, recursive: true);
    }

    [Fact]
    public async Task The_redirect_address_is_the_configured_one_whatever_headers_claim()
    {
        var challenge = await AskAsync(
            "/profile", ("X-Forwarded-Host", "evil.example"), ("X-Forwarded-Proto", "http"), ("Forwarded", "host=evil.example"));

        var query = QueryHelpers.ParseQuery(challenge.Headers.Location!.Query);
        Assert.Equal("https://portal.example.com/signin-avaya", query["redirect_uri"]);
    }

    [Fact]
    public async Task Every_cookie_is_bound_to_the_host_and_to_https()
    {
        string[] cookies =
        [
            .. (await AskAsync("/profile")).Headers.GetValues("Set-Cookie"),
            .. (await AskAsync("/")).Headers.GetValues("Set-Cookie"),
        ];

        Assert.Equal(2, cookies.Length);
        Assert.All(cookies, cookie =>
        {
            Assert.StartsWith("__Host-", cookie, StringComparison.Ordinal);
            Assert.Contains("; secure", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("; httponly", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("; path=/;", cookie + ";", StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("domain=", cookie, StringComparison.OrdinalIgnoreCase);
        });
    }

    [Fact]
    public async Task Browsers_get_the_HSTS_header()
    {
        Assert.StartsWith(
            "max-age=", Assert.Single((await AskAsync("/")).Headers.GetValues("Strict-Transport-Security")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_page_and_a_broken_one_show_no_stack()
    {
        var lost = await AskAsync("/nowhere");

        Assert.Equal(HttpStatusCode.NotFound, lost.StatusCode);
        Assert.DoesNotContain("   at ", await lost.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_keys_are_in_the_configured_directory()
    {
        await AskAsync("/");

        Assert.NotEmpty(Directory.GetFiles(_keys, "key-*.xml"));
    }

    private async Task<HttpResponseMessage> AskAsync(string address, params (string Name, string Value)[] headers)
    {
        using var visitor = _portal.Visit();
        using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { Host = "portal.example.com" } };
        foreach (var (name, value) in headers)
            request.Headers.Add(name, value);
        return await visitor.SendAsync(request);
    }
}
