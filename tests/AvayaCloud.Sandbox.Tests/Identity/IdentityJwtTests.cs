using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using AvayaCloud.Sandbox.Tests.Infrastructure;
using AvayaCloud.Sandbox.Tests.Live;

namespace AvayaCloud.Sandbox.Tests.Identity;

/// <summary>The identity server's own JWT, by the call that Avaya's load test makes [wire 2.12, 3.2].</summary>
public sealed class IdentityJwtTests : IAsyncLifetime
{
    private World _world = null!;

    public async ValueTask InitializeAsync() => _world = await World.StartAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task It_gives_its_owner_access_to_the_API_and_the_socket()
    {
        var token = (await AskAsync())["token"];

        var me = await _world.GetAsync("/api/users/me", token, "jwt");
        Assert.Equal(World.Max, me["username"]);
        var claims = JsonNode.Parse(System.Buffers.Text.Base64Url.DecodeFromChars(token.Split('.')[1]))!;
        Assert.Equal(
            (me["ndbid"], "accounts", "2.0"), ((string)claims["user_id"]!, (string)claims["product_type"]!, (string)claims["ver"]!));
        using var socket = await RawSocket.ChatAsync(_world.Server.Address, token, "jwt");
        Assert.Equal("40/chat", await socket.ReadAsync());
    }

    [Theory]
    [InlineData("password", "wrong", HttpStatusCode.Unauthorized)]
    [InlineData("username", "nobody@example.com", HttpStatusCode.Unauthorized)]
    [InlineData("auth_type", "saml", HttpStatusCode.BadRequest)]
    [InlineData("auth_provider", "google", HttpStatusCode.BadRequest)]
    public async Task Invalid_input_has_no_token(string member, string value, HttpStatusCode status) =>
        Assert.Equal(status, (await AskAsync((member, value))).Status);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task A_user_without_a_password_gets_none(string? password) =>
        Assert.Equal(
            HttpStatusCode.Unauthorized, (await AskAsync(("username", "colleague.1@example.com"), ("password", password))).Status);

    [Fact]
    public async Task An_altered_or_expired_token_gives_no_access()
    {
        var token = (await AskAsync())["token"];
        var changed = token[..^8] + (token[^8] == 'A' ? 'B' : 'A') + token[^7..];

        Assert.Equal(HttpStatusCode.Unauthorized, (await _world.GetAsync("/api/users/me", changed, "jwt")).Status);
        _world.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal(HttpStatusCode.Unauthorized, (await _world.GetAsync("/api/users/me", token, "jwt")).Status);
    }

    private async Task<Answer> AskAsync(params (string Name, string? Value)[] changes)
    {
        var body = new JsonObject
        {
            ["auth_type"] = "native",
            ["auth_provider"] = "onesna",
            ["username"] = World.Max,
            ["password"] = "sandbox-2026",
        };
        foreach (var (name, value) in changes)
            body[name] = value;
        using var content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        using var response = await _world.Http.PostAsync(
            new Uri("/api/1.0/jwt/get_jwt_token", UriKind.Relative), content, TestContext.Current.CancellationToken);
        return await Answer.OfAsync(response);
    }
}
