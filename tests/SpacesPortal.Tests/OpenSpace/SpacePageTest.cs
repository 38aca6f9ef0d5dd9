using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using AvayaCloud.Sandbox;

namespace SpacesPortal.Tests.OpenSpace;

/// <summary>The pages of a space of Ada's, without script. Each test has a space of its own.</summary>
public abstract class SpacePageTest : IAsyncLifetime
{
    private readonly HttpClient _api = new();

    internal PortalHost Portal { get; private set; } = null!;

    protected SandboxServer Avaya => Portal.Avaya;

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    internal DemoUser User(string role) => Avaya.Users.Single(it => it.Role == role);

    public virtual async ValueTask InitializeAsync() => Portal = await PortalHost.StartAsync();

    public async ValueTask DisposeAsync()
    {
        _api.Dispose();
        await Portal.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    internal Task<Visitor> VisitAsync(string role) => Portal.VisitAsync(User(role));

    /// <summary>A group space with Ada as its admin and these members.</summary>
    protected async Task<string> CreateSpaceAsync(string title, params (string Role, string As)[] members)
    {
        var invitees = members.Select(it => new { inviteeType = "email", invitee = User(it.Role).Username, role = it.As });
        var created = await CallAsync("admin", HttpMethod.Post, "/spaces/invite", new { topic = new { title, type = "group" }, invitees });
        return created.GetProperty("data")[0].GetProperty("topicId").GetString()!;
    }

    protected async Task<string> SendAsync(string role, string spaceId, string html)
    {
        var sent = await CallAsync(role, HttpMethod.Post, $"/spaces/{spaceId}/chats", new { content = new { bodyText = html } });
        return sent.GetProperty("_id").GetString()!;
    }

    /// <summary>Calls the API as a user does in another client.</summary>
    protected async Task<JsonElement> CallAsync(string role, HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(Avaya.Address, "/api" + path));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await Tokens(role));
        request.Content = body is null ? null : JsonContent.Create(body);
        using var response = await _api.SendAsync(request, Stop);
        return await response.Content.ReadFromJsonAsync<JsonElement>(Stop);
    }

    protected async Task<IReadOnlyList<string>> TextsAsync(string spaceId)
    {
        var list = await CallAsync("admin", HttpMethod.Get, $"/spaces/{spaceId}/messages/byref?size=50");
        return [.. list.GetProperty("data").EnumerateArray().Select(it => it.GetProperty("content").GetProperty("bodyText").GetString()!)];
    }

    internal static async Task<string> ReadAsync(HttpResponseMessage response) =>
        WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync(Stop));

    private async Task<string> Tokens(string role)
    {
        var user = User(role);
        using var form = new FormUrlEncodedContent(
        [
            new("grant_type", "password"), new("username", user.Username), new("password", user.Password),
            new("client_id", Avaya.Client.ClientId), new("client_secret", Avaya.Client.ClientSecret), new("scope", "email profile spaces"),
        ]);
        using var response = await _api.PostAsync(new Uri(Avaya.Address, "/oauth2/access_token/"), form, Stop);
        var tokens = await response.Content.ReadFromJsonAsync<JsonElement>(Stop);
        return tokens.GetProperty("access_token").GetString()!;
    }
}
