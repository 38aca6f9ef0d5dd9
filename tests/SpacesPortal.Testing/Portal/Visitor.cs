using System.Net;
using System.Text.RegularExpressions;
using AvayaCloud.Sandbox;
using Cookie = System.Net.Cookie;

namespace SpacesPortal.Testing;

/// <summary>Somebody with a browser: keeps cookies, follows redirects one by one, and fills in the sandbox's forms.</summary>
internal sealed partial class Visitor : IDisposable
{
    private readonly HttpClient _client;

    public Visitor(Uri portal)
    {
        Portal = portal;
        Cookies = new CookieContainer();
        _client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = Cookies })
        {
            Timeout = TimeSpan.FromSeconds(60),
        };
    }

    public Uri Portal { get; }

    public CookieContainer Cookies { get; }

    /// <summary>The portal's own: a cookie is a host's, whatever the port.</summary>
    public IEnumerable<Cookie> PortalCookies => Cookies.GetCookies(Portal).Where(cookie => IsPortals(cookie.Name));

    /// <summary>What a Cookie header of the portal's cookies looks like: to be replayed later.</summary>
    public string CookieHeader => string.Join("; ", PortalCookies.Select(cookie => $"{cookie.Name}={cookie.Value}"));

    public void Dispose() => _client.Dispose();

    /// <summary>As if the person had signed out at Avaya Cloud; the portal's cookies stay.</summary>
    public void ForgetProvider(Uri provider)
    {
        // A cookie is a host's, whatever the port: only the names tell the two apart.
        foreach (var cookie in Cookies.GetCookies(provider).Where(cookie => !IsPortals(cookie.Name)))
            cookie.Expired = true;
    }

    private static bool IsPortals(string name) => name.Contains("spaces", StringComparison.Ordinal);

    public Task<HttpResponseMessage> GetAsync(string address, CancellationToken cancellationToken = default) =>
        _client.GetAsync(new Uri(Portal, address), cancellationToken);

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        request.RequestUri = new Uri(Portal, request.RequestUri!);
        return _client.SendAsync(request);
    }

    public Task<HttpResponseMessage> PostAsync(string address, params (string Name, string Value)[] fields) =>
        _client.PostAsync(
            new Uri(Portal, address), new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));

    /// <summary>Follows redirects until a page or until the address has the ending; what it says is the answer.</summary>
    public async Task<HttpResponseMessage> FollowAsync(HttpResponseMessage response, Func<Uri, bool>? until = null)
    {
        for (var hop = 0; hop < 20 && NextOf(response) is { } location; hop++)
        {
            var next = new Uri(response.RequestMessage!.RequestUri!, location);
            if (until?.Invoke(next) == true)
                return response;
            response = await _client.GetAsync(next);
        }

        return response;
    }

    /// <summary>A redirect, or a page that leads on at once.</summary>
    private static Uri? NextOf(HttpResponseMessage response) =>
        response.Headers.TryGetValues("Refresh", out var refresh) && refresh.Single().Split("url=") is [_, var address]
            ? new Uri(address, UriKind.RelativeOrAbsolute)
            : response.Headers.Location;

    /// <summary>From the challenge to the consent page: the answer is that page.</summary>
    public async Task<HttpResponseMessage> LogInAsync(HttpResponseMessage challenge, DemoUser person)
    {
        var page = await FollowAsync(challenge);
        var fields = await HiddenAsync(page);
        page = await SubmitAsync(page, "/account/login/", [.. fields, ("username", person.Username), ("password", person.Password)]);
        return await FollowAsync(page);
    }

    /// <summary>Presses Accept or Deny: the answer redirects to the portal's callback.</summary>
    public async Task<HttpResponseMessage> DecideAsync(HttpResponseMessage consent, bool accept = true)
    {
        var fields = await HiddenAsync(consent);
        var decided = await SubmitAsync(consent, "/oauth2/authorize/confirm", accept ? [.. fields, ("authorize", "Authorize")] : fields);
        return await FollowAsync(decided, next => next.Authority == Portal.Authority);
    }

    /// <summary>The whole way; the answer is the redirect that the callback gave, its cookies taken.</summary>
    public async Task<HttpResponseMessage> SignInAsync(DemoUser person, string address = "/protected")
    {
        var callback = await BeginAsync(person, address);
        return await _client.GetAsync(callback);
    }

    /// <summary>As far as the callback's address, which nobody has opened yet.</summary>
    public async Task<Uri> BeginAsync(DemoUser person, string address = "/protected", bool accept = true)
    {
        var consent = await LogInAsync(await GetAsync(address), person);
        var decided = await DecideAsync(consent, accept);
        return decided.Headers.Location ?? throw new InvalidOperationException($"The sandbox did not redirect: {decided.StatusCode}.");
    }

    private Task<HttpResponseMessage> SubmitAsync(HttpResponseMessage page, string action, (string Name, string Value)[] fields) =>
        _client.PostAsync(
            new Uri(page.RequestMessage!.RequestUri!, action),
            new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));

    private static async Task<(string Name, string Value)[]> HiddenAsync(HttpResponseMessage page)
    {
        var html = await page.Content.ReadAsStringAsync();
        var form = html[..html.IndexOf("</form>", StringComparison.Ordinal)];
        return FieldsIn(form);
    }

    /// <summary>What the form sends along without being asked.</summary>
    public static (string Name, string Value)[] FieldsIn(string form) =>
        [.. Hidden().Matches(form).Select(match => (match.Groups["name"].Value, WebUtility.HtmlDecode(match.Groups["value"].Value)))];

    [GeneratedRegex(
        """<input type="hidden" name="(?<name>[^"]+)" value="(?<value>[^"]*)"\s*/?>""",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Hidden();
}
