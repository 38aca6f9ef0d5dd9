using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using AvayaCloud.Sandbox.Tests.Infrastructure;

namespace AvayaCloud.Sandbox.Tests.ServiceApps;

public sealed class ServiceAppTests : IAsyncLifetime
{
    private const string List = "/api/users/me/spaces";

    private World _world = null!;

    private SandboxServiceApp Bot => _world.Server.ServiceApps[SandboxServiceApps.Bot];

    private DateTimeOffset InAnHour => _world.Clock.GetUtcNow().AddHours(1);

    public static TheoryData<string, string?, string> Mistakes => new()
    {
        { "alg", "none", "alg" },
        { "alg", "HS256", "alg" },
        { "kid", "00000000000000000000", "kid" },
        { "kid", null, "kid" },
        { "iss", "00000000000000000000", "iss" },
        { "iss", null, "iss" },
        { "sub", "somebody@example.com", "sub" },
        { "aud", "accounts.avayacloud.com", "aud" },
        { "aud", null, "aud" },
        { "exp", null, "exp" },
    };

    public async ValueTask InitializeAsync() => _world = await World.StartAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task A_token_signed_with_the_downloaded_key_gives_access_to_its_scopes()
    {
        var answer = await CallAsync(Signed.By(Bot, InAnHour));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(Bot.Account, Assert.Single(_world.Server.Log.Requests).User);
    }

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task A_token_with_a_wrong_member_is_refused_by_its_name(string member, string? value, string said)
    {
        var answer = await CallAsync(Signed.By(Bot, InAnHour, (member, value)));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
        Assert.Equal("service.token.invalid", answer["code"]);
        Assert.Contains(said, answer["message"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "expired")]
    [InlineData(-10, "expired")]
    [InlineData(3601, "more than 3600")]
    [InlineData(2_000_000_000, "more than 3600")] // as in the guide's own sample [wire 7.17]
    public async Task A_token_is_valid_for_an_hour_at_most(int seconds, string said)
    {
        var answer = await CallAsync(Signed.By(Bot, _world.Clock.GetUtcNow().AddSeconds(seconds)));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
        Assert.Contains(said, answer["message"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_expires_after_its_hour()
    {
        var token = Signed.By(Bot, InAnHour);
        _world.Clock.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal(HttpStatusCode.OK, (await CallAsync(token)).Status);

        _world.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.Unauthorized, (await CallAsync(token)).Status);
    }

    [Fact]
    public async Task Another_key_with_a_known_kid_is_refused()
    {
        using var own = RSA.Create(2048);
        var file = new JsonObject { ["private_key"] = own.ExportPkcs8PrivateKeyPem() };

        var answer = await CallAsync(Signed.By(Bot, InAnHour, file));

        Assert.Contains("signature", answer["message"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("a.b.c")]
    [InlineData("..")]
    [InlineData("e30.e30.e30.e30")]
    [InlineData("W10.W10.W10")]
    [InlineData("e30.e30.AA")]
    [InlineData("eyJhbGciOiJSUzI1NiIsImFsZyI6Im5vbmUifQ.e30.AA")]
    public async Task An_invalid_token_is_refused(string text) => Assert.Equal(HttpStatusCode.Unauthorized, (await CallAsync(text)).Status);

    [Fact]
    public async Task Disabling_an_account_revokes_all_of_its_tokens()
    {
        var token = Signed.By(Bot, InAnHour);
        Bot.IsEnabled = false;

        var answer = await CallAsync(token);

        Assert.Equal((HttpStatusCode.Forbidden, "service.account.disabled"), (answer.Status, answer["code"]));
    }

    [Fact]
    public async Task A_missing_scope_is_a_403_that_names_it()
    {
        var writer = _world.Server.ServiceApps.Add("writer", "spaces.chat.create");

        var answer = await CallAsync(Signed.By(writer, InAnHour));

        Assert.Equal((HttpStatusCode.Forbidden, "scope.missing"), (answer.Status, answer["code"]));
        Assert.Contains("spaces.list", answer["message"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_scope_gives_access_to_calls_for_users_only() =>
        Assert.Equal(HttpStatusCode.Forbidden, (await _world.GetAsync("/api/users/me", Signed.By(Bot, InAnHour), "service_app")).Status);

    [Fact]
    public async Task The_key_file_can_be_downloaded_and_is_that_of_the_guide()
    {
        using var response = await _world.Http.GetAsync(
            new Uri("/_sandbox/service-keys/bot", UriKind.Relative), TestContext.Current.CancellationToken);
        var file = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!.AsObject();

        Assert.Equal($"service-key-{Bot.KeyId}.json", response.Content.Headers.ContentDisposition?.FileName);
        Assert.Equal(["iss", "sub", "kid", "private_key"], file.Select(it => it.Key));
        Assert.Matches("^[0-9a-f]{20}$", (string)file["iss"]!);
        Assert.Matches($"^{file["iss"]}@[0-9a-f]{{6}}\\.servicesapps\\.spaces\\.avayacloud\\.com$", (string)file["sub"]!);
        Assert.Equal(HttpStatusCode.OK, (await CallAsync(Signed.By(Bot, InAnHour, file))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _world.GetAsync("/_sandbox/service-keys/other")).Status);
    }

    [Fact]
    public void An_app_is_created_with_known_scopes()
    {
        var failure = Assert.Throws<ArgumentException>(() => _world.Server.ServiceApps.Add("odd", "spaces.list", "spaces.everything"));

        Assert.Contains("spaces.everything", failure.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => _world.Server.ServiceApps.Add(SandboxServiceApps.Bot));
        Assert.Equal(19, Bot.Scopes.Count);
    }

    private Task<Answer> CallAsync(string token) => _world.GetAsync(List, token, "service_app");
}
