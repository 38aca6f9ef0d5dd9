using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
namespace AvayaCloud.Sandbox.Tests.Infrastructure;

/// <summary>A sandbox on a free port, and an application that is registered there.</summary>
internal sealed class World : IAsyncDisposable
{
    public const string Callback = "http://localhost:5080/signin-avaya";
    public const string Ada = "ada.admin@example.com";
    public const string Max = "max.member@example.com";
    public const string Gil = "gil.guest@partner.example";
    public const string Nobody = "nobody.new@example.com";
    public const string Hal = "hal.hostile@example.com";

    private World(SandboxServer server, FakeClock clock)
    {
        Server = server;
        Clock = clock;
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = server.Address };
    }

    public SandboxServer Server { get; }

    public FakeClock Clock { get; }

    public HttpClient Http { get; }

    public (string, string)[] Secret => [("client_id", Server.Client.ClientId), ("client_secret", Server.Client.ClientSecret)];

    public static async Task<World> StartAsync(Action<SandboxOptions>? configure = null)
    {
        var (clock, options) = (new FakeClock(), new SandboxOptions());
        configure?.Invoke(options);
        return new World(await SandboxServer.StartAsync(options, clock, TestContext.Current.CancellationToken), clock);
    }

    public Browser NewBrowser() => new(Server.Address);

    /// <summary>What the documentation shows, with changes: a null takes a parameter away.</summary>
    public string Authorize(params (string Name, string? Value)[] changes)
    {
        Dictionary<string, string?> query = new()
        {
            ["client_id"] = Server.Client.ClientId,
            ["redirect_uri"] = Callback,
            ["response_type"] = "code",
            ["access_type"] = "offline",
            ["scope"] = "email profile spaces",
            ["state"] = "st-1",
        };
        foreach (var (name, value) in changes)
            query[name] = value;
        return QueryHelpers.AddQueryString("/oauth2/authorize", query.Where(it => it.Value is not null));
    }

    /// <summary>The address that the browser is sent to in the end.</summary>
    public async Task<Uri> ConsentAsync(string username = Ada, bool accept = true, params (string, string?)[] changes)
    {
        using var browser = NewBrowser();
        var login = await browser.FollowAsync(await browser.OpenAsync(Authorize(changes)));
        var consent = await browser.LogInAsync(login, username);
        (string, string)[] choice = accept ? [("authorize", "Authorize")] : [];
        return new Uri((await browser.FollowAsync(await browser.SubmitAsync(consent, "/oauth2/authorize/confirm", choice))).Location!);
    }

    public async Task<string> CodeAsync(string username = Ada, params (string, string?)[] changes) =>
        QueryHelpers.ParseQuery((await ConsentAsync(username, true, changes)).Query)["code"].ToString();

    public Task<Answer> RedeemAsync(string code, params (string, string)[] more) =>
        TokenAsync([("grant_type", "authorization_code"), ("code", code), ("redirect_uri", Callback), .. Secret, .. more]);

    public Task<Answer> RefreshAsync(string refreshToken, params (string, string)[] more) =>
        TokenAsync([("grant_type", "refresh_token"), ("refresh_token", refreshToken), .. Secret, .. more]);

    public async Task<Answer> SignInAsync(string username = Ada) => await RedeemAsync(await CodeAsync(username));

    public Task<Answer> TokenAsync(params (string, string)[] fields) => PostAsync("/oauth2/access_token", fields);

    public async Task<Answer> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        using var content = new FormUrlEncodedContent(fields.Select(it => KeyValuePair.Create(it.Name, it.Value)));
        using var response = await Http.PostAsync(new Uri(path, UriKind.Relative), content, TestContext.Current.CancellationToken);
        return await Answer.OfAsync(response);
    }

    public async Task<Answer> GetAsync(string path, string? token = null, string scheme = "Bearer")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        if (token is not null)
            request.Headers.TryAddWithoutValidation("Authorization", $"{scheme} {token}");
        using var response = await Http.SendAsync(request, TestContext.Current.CancellationToken);
        return await Answer.OfAsync(response);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Server.DisposeAsync();
    }
}

internal sealed record Answer(HttpStatusCode Status, JsonNode? Json, HttpResponseMessage Response)
{
    public string? Error => (string?)Json?["error"];

    public string this[string name] => (string?)Json![name] ?? "";

    public static async Task<Answer> OfAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new Answer(response.StatusCode, text is ['{', ..] ? JsonNode.Parse(text) : null, response);
    }
}
