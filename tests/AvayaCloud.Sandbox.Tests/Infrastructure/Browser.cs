using System.Net;

namespace AvayaCloud.Sandbox.Tests.Infrastructure;

/// <summary>A visitor of the sandbox, with each page as it was received.</summary>
internal sealed class Browser(Uri address) : IDisposable
{
    public Visitor Visitor { get; } = new(address);

    public string? Cookie(string name) => Visitor.Cookies.GetCookies(address)[name]?.Value;

    public async Task<Page> OpenAsync(string path) =>
        await Page.OfAsync(await Visitor.GetAsync(path, TestContext.Current.CancellationToken));

    public async Task<Page> SubmitAsync(Page page, string action, params (string Name, string Value)[] fields) =>
        await Page.OfAsync(await Visitor.SubmitAsync(page.Response, action, fields));

    public async Task<Page> PostAsync(string path, params (string Name, string Value)[] fields) =>
        await Page.OfAsync(await Visitor.PostAsync(path, fields));

    /// <summary>As far as redirects lead within the sandbox.</summary>
    public async Task<Page> FollowAsync(Page page) =>
        await Page.OfAsync(await Visitor.FollowAsync(page.Response, target => target.Authority != address.Authority));

    public async Task<Page> LogInAsync(Page page, string username, string? password = null) =>
        await Page.OfAsync(await Visitor.LogInAsync(page.Response, username, password ?? "sandbox-2026"));

    public void Dispose() => Visitor.Dispose();
}

internal sealed record Page(HttpResponseMessage Response, string Html)
{
    public HttpStatusCode Status => Response.StatusCode;

    public string? Location => Response.Headers.Location?.OriginalString;

    public static async Task<Page> OfAsync(HttpResponseMessage response) =>
        new(response, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

    public bool Says(string text) => WebUtility.HtmlDecode(Html).Contains(text, StringComparison.Ordinal);
}
