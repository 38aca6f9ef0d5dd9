using System.Text.RegularExpressions;

namespace SpacesPortal.EndToEndTests;

/// <summary>How pages and files come over the wire.</summary>
public sealed class DeliveryTests(Chromium chromium, PortalFixture portal) : BrowserTests<PortalFixture>(chromium, portal)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/profile")]
    [InlineData("/nowhere")]
    [InlineData("/health/live")]
    [InlineData("/_framework/blazor.web.js")]
    public async Task Each_response_has_the_strict_policy_once_and_nothing_that_weakens_it(string address)
    {
        var user = await SignInAsync("guest");
        var headers = (await user.Context.APIRequest.GetAsync(new Uri(Portal.Address, address).AbsoluteUri)).HeadersArray;

        var policy = Assert.Single(
            headers, header => header.Name.Equals("content-security-policy", StringComparison.OrdinalIgnoreCase)).Value;
        Assert.Equal(
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; "
            + "form-action 'self'; base-uri 'self'; frame-ancestors 'none'; object-src 'none'",
            policy);
        Assert.Contains(headers, header => (header.Name.ToLowerInvariant(), header.Value) == ("x-content-type-options", "nosniff"));
        Assert.Contains(headers, header => (header.Name.ToLowerInvariant(), header.Value) == ("referrer-policy", "no-referrer"));
        Assert.DoesNotContain(headers, header => header.Name.Equals("server", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task The_policy_is_enforced_by_the_browser()
    {
        var user = await OpenBrowserAsync();
        await user.OpenAsync("/");

        var ran = await user.Page.EvaluateAsync<bool>("""
            async () => {
              const script = document.createElement('script');
              script.textContent = 'window.owned = true';
              document.body.append(script);
              return window.owned === true;
            }
            """);

        Assert.False(ran);
        await Eventually.TrueAsync(
            () => user.Errors.Any(error => error.Contains("policy breach: script-src-elem", StringComparison.Ordinal)), Stop);
        user.ClearErrors();
    }

    [Fact]
    public async Task Every_file_that_a_page_references_exists_and_fingerprinted_ones_never_change()
    {
        var user = await SignInAsync("guest");
        var files = await user.Page.Locator("link[href], script[src]").EvaluateAllAsync<string[]>("all => all.map(it => it.href || it.src)");

        Assert.Contains(files, file => file.EndsWith("/_framework/blazor.web.js", StringComparison.Ordinal));
        Assert.Contains(files, file => Regex.IsMatch(file, @"/app\.[a-z0-9]{10}\.css$", RegexOptions.None, TimeSpan.FromSeconds(1)));
        foreach (var file in files)
        {
            var answer = await user.Context.APIRequest.GetAsync(file);
            Assert.Equal(200, answer.Status);
            Assert.Equal(
                !file.Contains("_framework", StringComparison.Ordinal),
                answer.Headers["cache-control"].Contains("immutable", StringComparison.Ordinal));
        }
    }
}
