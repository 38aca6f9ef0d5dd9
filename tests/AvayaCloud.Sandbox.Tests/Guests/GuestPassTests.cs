using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using AvayaCloud.Sandbox.Tests.Infrastructure;
using AvayaCloud.Sandbox.Tests.Live;

namespace AvayaCloud.Sandbox.Tests.Guests;

/// <summary>The pass of users without an account [wire 3.1].</summary>
public sealed class GuestPassTests : IAsyncLifetime
{
    private World _world = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _world = await World.StartAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task It_has_the_claims_of_the_docs_sample()
    {
        var parts = (await EnterAsync("""{"displayname":"Zoë"}""")).Split('.');

        Assert.Equal("""{"typ":"JWT","alg":"HS256"}""", Text(parts[0]));
        var claims = JsonNode.Parse(Text(parts[1]))!.AsObject();
        Assert.Equal(["anonymous_id", "product_type", "iss", "iat", "exp"], claims.Select(it => it.Key));
        Assert.Matches("^[0-9a-f]{24}$", (string)claims["anonymous_id"]!);
        Assert.Equal(("onesna", """["zang","io"]"""), ((string)claims["product_type"]!, claims["iss"]!.ToJsonString()));
        Assert.Equal(
            (_world.Clock.GetUtcNow().ToUnixTimeSeconds(), 86400), ((long)claims["iat"]!, (long)claims["exp"]! - (long)claims["iat"]!));
    }

    [Theory]
    [InlineData("", "application/json", "Guest")]
    [InlineData("{}", "application/json", "Guest")]
    [InlineData("""{"displayname":"Zoë"}""", "application/json", "Zoë")]
    [InlineData("displayname=Zo%C3%AB&username=zoe", "application/x-www-form-urlencoded", "Zoë")]
    public async Task JSON_and_forms_are_accepted_and_all_members_are_optional(string body, string type, string name)
    {
        var me = await _world.GetAsync("/api/users/me", await EnterAsync(body, type), "jwt");

        Assert.Equal((name, "anonymous"), (me["displayname"], me["aType"]));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("7")]
    public async Task Anything_else_is_refused(string body) => Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(body)).Status);

    [Fact]
    public async Task It_is_valid_for_a_day()
    {
        var token = await EnterAsync("{}");
        _world.Clock.Advance(TimeSpan.FromHours(24) - TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, (await _world.GetAsync("/api/users/me", token, "JWT")).Status);

        _world.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.Unauthorized, (await _world.GetAsync("/api/users/me", token, "jwt")).Status);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("..")]
    [InlineData("e30.e30.e30")]
    [InlineData(null)]
    public async Task The_signature_of_another_key_is_invalid(string? token)
    {
        if (token is null)
        {
            var parts = (await EnterAsync("{}")).Split('.');
            var foreign = HMACSHA256.HashData(new byte[32], Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"));
            token = $"{parts[0]}.{parts[1]}.{Base64Url.EncodeToString(foreign)}";
        }

        Assert.Equal(HttpStatusCode.Unauthorized, (await _world.GetAsync("/api/users/me", token, "jwt")).Status);
    }

    [Fact]
    public async Task A_guests_name_never_takes_over_an_email_address()
    {
        var token = await EnterAsync($$"""{"displayname":"Ada Admin","username":"{{World.Ada}}"}""");
        var max = await Api.OfAsync(_world, World.Max);
        var space = await max.NewSpaceAsync((World.Ada, "member"));

        Assert.Equal(HttpStatusCode.Forbidden, (await _world.GetAsync($"/api/spaces/{space}", token, "jwt")).Status);
        Assert.Equal(HttpStatusCode.OK, (await (await Api.OfAsync(_world, World.Ada)).GetAsync($"/spaces/{space}")).Status);
        Assert.DoesNotContain(
            Api.Rows(await max.GetAsync("/users/me/colleagues?size=50&search=Ada")), it => (string?)it["aType"] == "anonymous");
    }

    [Fact]
    public async Task Presence_at_the_socket_is_that_of_a_guest()
    {
        var max = await Api.OfAsync(_world, World.Max);
        var space = await max.NewSpaceAsync();
        var token = await EnterAsync("""{"displayname":"Zoë"}""");
        Assert.Equal(HttpStatusCode.OK, (await _world.GetAsync($"/api/spaces/{space}/join", token, "jwt")).Status);
        using var host = await RawSocket.HearAsync(_world.Server.Address, max.Token, space);
        using var guest = await RawSocket.HearAsync(_world.Server.Address, token, space, "jwt");

        await guest.EmitAsync(
            "SEND_PRESENCE_EVENT", $$"""{"category":"app.event.presence.party.online","topicId":"{{space}}","receivers":[]}""");

        var heard = await host.EventAsync("PRESENCE_EVENT_RESPONSE");
        Assert.Equal(
            ("anonymous", "Zoë", "anonymousId"),
            (
                (string)heard["sender"]!["type"]!, (string)heard["sender"]!["displayname"]!,
                (string)heard["content"]!["attendee"]!["attendeeType"]!));
    }

    private async Task<string> EnterAsync(string body, string type = "application/json") => (await PostAsync(body, type))["token"];

    private async Task<Answer> PostAsync(string body, string type = "application/json")
    {
        using var content = new StringContent(body, Encoding.UTF8, type);
        using var response = await _world.Http.PostAsync(new Uri("/api/anonymous/auth", UriKind.Relative), content, Cancellation);
        return await Answer.OfAsync(response);
    }

    private static string Text(string part) => Encoding.UTF8.GetString(Base64Url.DecodeFromChars(part));
}
