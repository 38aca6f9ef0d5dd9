using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AvayaCloud.Sandbox;
using Microsoft.AspNetCore.WebUtilities;

namespace AvayaCloud.Spaces.Tests;

/// <summary>Signs a demo person in as a browser and a client would, and gives the token that comes of it.</summary>
internal sealed partial class SandboxVisitor(SandboxServer sandbox) : IDisposable
{
    private const string Callback = "http://localhost:5080/signin-avaya";

    private readonly HttpClient _browser = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = sandbox.Address };

    public static async Task<string> SignInAsync(SandboxServer sandbox, DemoPerson person)
    {
        using var visitor = new SandboxVisitor(sandbox);
        return await visitor.SignInAsync(person);
    }

    public void Dispose() => _browser.Dispose();

    [GeneratedRegex("""<input type="hidden" name="(?<name>[^"]+)" value="(?<value>[^"]*)" """, RegexOptions.ExplicitCapture)]
    private static partial Regex Hidden();

    private async Task<string> SignInAsync(DemoPerson person)
    {
        var start = QueryHelpers.AddQueryString("/oauth2/authorize", new Dictionary<string, string?>
        {
            ["client_id"] = sandbox.Client.ClientId,
            ["redirect_uri"] = Callback,
            ["response_type"] = "code",
            ["access_type"] = "offline",
            ["scope"] = "email profile spaces",
            ["state"] = "0",
        });
        var (login, _) = await FollowAsync(await _browser.GetAsync(new Uri(start, UriKind.Relative)));
        var (consent, _) = await SubmitAsync(login, "/account/login/", ("username", person.Username), ("password", person.Password));
        var (_, callback) = await SubmitAsync(consent, "/oauth2/authorize/confirm", ("authorize", "Authorize"));
        using var tokens = await PostAsync(
            "/oauth2/access_token",
            ("grant_type", "authorization_code"), ("client_id", sandbox.Client.ClientId), ("client_secret", sandbox.Client.ClientSecret),
            ("redirect_uri", Callback), ("code", QueryHelpers.ParseQuery(callback!.Query)["code"].ToString()));
        return (string)(await tokens.Content.ReadFromJsonAsync<JsonNode>())!["access_token"]!;
    }

    private async Task<(string Html, Uri? Left)> SubmitAsync(string html, string action, params (string Name, string Value)[] fields)
    {
        var form = html.Split("<form").First(part => part.Contains($"action=\"{action}\"", StringComparison.Ordinal)).Split("</form>")[0];
        var hidden = Hidden().Matches(form).Select(field => (field.Groups["name"].Value, WebUtility.HtmlDecode(field.Groups["value"].Value)));
        return await FollowAsync(await PostAsync(action, [.. hidden, .. fields]));
    }

    private async Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        using var content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await _browser.PostAsync(new Uri(path, UriKind.Relative), content);
    }

    // As far as redirects lead within the sandbox.
    private async Task<(string Html, Uri? Left)> FollowAsync(HttpResponseMessage response)
    {
        while (response.Headers.Location is { } location)
        {
            var next = new Uri(sandbox.Address, location);
            response.Dispose();
            if (next.Authority != sandbox.Address.Authority)
                return ("", next);
            response = await _browser.GetAsync(next);
        }

        using (response)
            return (await response.Content.ReadAsStringAsync(), null);
    }
}
