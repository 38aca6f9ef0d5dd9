using System.Net;
using System.Text.RegularExpressions;
using AvayaCloud.Sandbox;
using Cookie = System.Net.Cookie;

namespace SpacesPortal.Testing;

/// <summary>An HTTP client that acts as a browser does: it keeps cookies, follows redirects one at a time, and submits forms.</summary>
internal sealed partial class Visitor : IDisposable
{
    private const int MaxRedirects = 20;
    private const string Login = "/account/login/";

    private readonly HttpClient _http;

    public Visitor(Uri address)
    {
        Address = address;
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = Cookies };
        _http = new HttpClient(handler) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(60) };
    }

    /// <summary>Of the portal, or of what else is visited: relative addresses start from here.</summary>
    public Uri Address { get; }

    public CookieContainer Cookies { get; } = new();

    public IEnumerable<Cookie> PortalCookies => Cookies.GetCookies(Address).Where(IsPortalCookie);

    /// <summary>The portal's cookies as a header, to be sent again later.</summary>
    public string CookieHeader => string.Join("; ", PortalCookies.Select(cookie => $"{cookie.Name}={cookie.Value}"));

    public void Dispose() => _http.Dispose();

    /// <summary>Deletes the cookies of Avaya Cloud, so that the next sign-in asks for a password. The portal's cookies stay.</summary>
    public void DeleteProviderCookies(Uri provider)
    {
        foreach (var cookie in Cookies.GetCookies(provider).Where(cookie => !IsPortalCookie(cookie)))
            cookie.Expired = true;
    }

    public Task<HttpResponseMessage> GetAsync(string address, CancellationToken cancellationToken = default) =>
        _http.GetAsync(new Uri(Address, address), cancellationToken);

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken = default) =>
        _http.SendAsync(request, cancellationToken);

    public Task<HttpResponseMessage> PostAsync(string address, params (string Name, string Value)[] fields)
    {
        var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return _http.PostAsync(new Uri(Address, address), form);
    }

    /// <summary>Follows redirects to the next page, or stops at the redirect whose target is not to be opened.</summary>
    public async Task<HttpResponseMessage> FollowAsync(HttpResponseMessage response, Func<Uri, bool>? stopsAt = null)
    {
        for (var redirects = 0; redirects < MaxRedirects && TargetOf(response) is { } target; redirects++)
        {
            var next = new Uri(response.RequestMessage!.RequestUri!, target);
            if (stopsAt?.Invoke(next) == true)
                return response;
            response = await _http.GetAsync(next);
        }

        return response;
    }

    /// <summary>Submits the page's form of that action: its hidden fields, and these.</summary>
    public async Task<HttpResponseMessage> SubmitAsync(HttpResponseMessage page, string action, params (string Name, string Value)[] fields)
    {
        var hidden = FieldsIn(await page.Content.ReadAsStringAsync(), action);
        return await PostAsync(new Uri(page.RequestMessage!.RequestUri!, action).AbsoluteUri, [.. hidden, .. fields]);
    }

    /// <summary>From the sandbox's login page to the one after it, which is the consent page at a sign-in.</summary>
    public async Task<HttpResponseMessage> LogInAsync(HttpResponseMessage login, string username, string password) =>
        await FollowAsync(await SubmitAsync(login, Login, ("username", username), ("password", password)), IsElsewhere(login));

    /// <summary>Presses Accept or Deny at the sandbox: returns the redirect to the portal's callback.</summary>
    public async Task<HttpResponseMessage> ConsentAsync(HttpResponseMessage consent, bool accept = true)
    {
        (string, string)[] choice = accept ? [("authorize", "Authorize")] : [];
        return await FollowAsync(await SubmitAsync(consent, "/oauth2/authorize/confirm", choice), IsElsewhere(consent));
    }

    /// <summary>
    /// Signs in up to the callback, whose address is returned and not opened. A provider that knows the user asks for consent only.
    /// </summary>
    public async Task<Uri> AuthorizeAsync(DemoUser user, string address = "/protected", bool accept = true)
    {
        var page = await FollowAsync(await GetAsync(address));
        if (FindFieldsIn(await page.Content.ReadAsStringAsync(), Login) is not null)
            page = await LogInAsync(page, user.Username, user.Password);
        var consented = await ConsentAsync(page, accept);
        return consented.Headers.Location ?? throw new InvalidOperationException($"The sandbox did not redirect: {consented.StatusCode}.");
    }

    /// <summary>Signs in, and returns the response of the callback.</summary>
    public async Task<HttpResponseMessage> SignInAsync(DemoUser user, string address = "/protected") =>
        await _http.GetAsync(await AuthorizeAsync(user, address));

    /// <summary>The hidden fields of the page's form of that action.</summary>
    public async Task<(string Name, string Value)[]> GetFieldsAsync(string page, string action) =>
        FieldsIn(await (await GetAsync(page)).Content.ReadAsStringAsync(), action);

    public static (string Name, string Value)[] FieldsIn(string html, string action) =>
        FindFieldsIn(html, action) ?? throw new InvalidOperationException($"The page has no form of the action {action}.");

    /// <summary>Null when the page has no such form.</summary>
    public static (string Name, string Value)[]? FindFieldsIn(string html, string action)
    {
        var start = html.IndexOf($"action=\"{action}\"", StringComparison.Ordinal);
        if (start < 0)
            return null;
        var form = html[start..html.IndexOf("</form>", start, StringComparison.Ordinal)];
        return [.. Hidden().Matches(form).Select(ToField)];
    }

    /// <summary>Submits a form of a Razor page to the page's own address: hidden fields, and these, which replace them.</summary>
    /// <param name="page">The page that has the form.</param>
    /// <param name="name">The form's name.</param>
    /// <param name="fields">What the user enters.</param>
    public async Task<HttpResponseMessage> SubmitFormAsync(
        HttpResponseMessage page, string name, params (string Name, string Value)[] fields)
    {
        var html = await page.Content.ReadAsStringAsync();
        var form = Form().Matches(html).Select(it => it.Value)
            .Single(it => it.Contains($"name=\"_handler\" value=\"{name}\"", StringComparison.Ordinal));
        var hidden = Hidden().Matches(form).Select(ToField).Where(it => !fields.Any(field => field.Name == it.Name));
        return await PostAsync(page.RequestMessage!.RequestUri!.AbsoluteUri, [.. hidden, .. fields]);
    }

    private static (string Name, string Value) ToField(Match input) =>
        (input.Groups["name"].Value, WebUtility.HtmlDecode(input.Groups["value"].Value));

    // A cookie belongs to a host, whatever the port: only their names tell the portal's from the provider's.
    private static bool IsPortalCookie(Cookie cookie) => cookie.Name.Contains("spaces", StringComparison.Ordinal);

    private static Func<Uri, bool> IsElsewhere(HttpResponseMessage page) =>
        target => target.Authority != page.RequestMessage!.RequestUri!.Authority;

    /// <summary>Where a redirect leads, or a page with a Refresh header.</summary>
    private static Uri? TargetOf(HttpResponseMessage response) =>
        response.Headers.TryGetValues("Refresh", out var refresh) && refresh.Single().Split("url=") is [_, var address]
            ? new Uri(address, UriKind.RelativeOrAbsolute)
            : response.Headers.Location;

    [GeneratedRegex("<form .*?</form>", RegexOptions.Singleline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Form();

    [GeneratedRegex(
        """<input type="hidden" name="(?<name>[^"]+)" value="(?<value>[^"]*)"\s*/?>""",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Hidden();
}
