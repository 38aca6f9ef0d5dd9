using System.Net;
using System.Text.RegularExpressions;

namespace AvayaCloud.Sandbox.Tests.Infrastructure;

/// <summary>Keeps cookies, follows no redirect by itself, and fills in forms as they came.</summary>
internal sealed partial class Browser(Uri address) : IDisposable
{
    private readonly CookieContainer _cookies = new();
    private HttpClient? _http;

    public HttpClient Http =>
        _http ??= new HttpClient(
            new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = _cookies })
        { BaseAddress = address };

    public string? Cookie(string name) => _cookies.GetCookies(address)[name]?.Value;

    public async Task<Page> OpenAsync(string path)
    {
        using var response = await Http.GetAsync(new Uri(path, UriKind.RelativeOrAbsolute), TestContext.Current.CancellationToken);
        return await Page.OfAsync(response);
    }

    /// <summary>The first form of the page that has the action, hidden fields and all, with these fields on top.</summary>
    public async Task<Page> SubmitAsync(Page page, string action, params (string Name, string Value)[] fields)
    {
        var form = page.Html.Split("<form").First(it => it.Contains($"action=\"{action}\"", StringComparison.Ordinal)).Split("</form>")[0];
        var all = Hidden()
            .Matches(form)
            .Select(it => (it.Groups["name"].Value, WebUtility.HtmlDecode(it.Groups["value"].Value)))
            .Concat(fields);
        return await PostAsync(action, [.. all]);
    }

    public async Task<Page> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        using var content = new FormUrlEncodedContent(fields.Select(it => KeyValuePair.Create(it.Name, it.Value)));
        using var response = await Http.PostAsync(new Uri(path, UriKind.Relative), content, TestContext.Current.CancellationToken);
        return await Page.OfAsync(response);
    }

    /// <summary>As far as redirects lead within the sandbox.</summary>
    public async Task<Page> FollowAsync(Page page)
    {
        while (page.Location is { } location && new Uri(address, location).Authority == address.Authority)
            page = await OpenAsync(location);
        return page;
    }

    public async Task<Page> LogInAsync(Page page, string username, string? password = null) =>
        await FollowAsync(await SubmitAsync(page, "/account/login/", ("username", username), ("password", password ?? "sandbox-2026")));

    public void Dispose() => _http?.Dispose();

    [GeneratedRegex("""<input type="hidden" name="(?<name>[^"]+)" value="(?<value>[^"]*)" """, RegexOptions.ExplicitCapture)]
    private static partial Regex Hidden();
}

internal sealed record Page(HttpStatusCode Status, string Html, string? Location, ILookup<string, string> Headers)
{
    public static async Task<Page> OfAsync(HttpResponseMessage response) => new(
        response.StatusCode,
        await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
        response.Headers.Location?.OriginalString,
        response.Headers.Concat(response.Content.Headers)
            .SelectMany(it => it.Value, (it, value) => (it.Key, value))
            .ToLookup(it => it.Key, it => it.value, StringComparer.OrdinalIgnoreCase));

    public bool Says(string text) => WebUtility.HtmlDecode(Html).Contains(text, StringComparison.Ordinal);
}
