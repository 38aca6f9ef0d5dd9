using System.Net;
using AvayaCloud.Sandbox.Tests.Infrastructure;

namespace AvayaCloud.Sandbox.Tests.Identity;

public sealed class RevokeTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Client_id_and_refresh_token_end_the_session_without_a_secret(bool withGrantType)
    {
        await using var world = await World.StartAsync();
        var tokens = await world.SignInAsync();
        (string, string)[] more = withGrantType ? [("grant_type", "revoke_token")] : [];

        var answer = await world.PostAsync(
            "/oauth2/revoke_token", [("client_id", world.Server.Client.ClientId), ("refresh_token", tokens["refresh_token"]), .. more]);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.False(world.Server.Tokens.IsRefreshTokenAlive(tokens["refresh_token"]));
        Assert.Equal(HttpStatusCode.Unauthorized, (await world.GetAsync("/api/users/me", tokens["access_token"])).Status);
        Assert.Equal(1, world.Server.Log.Count("revoke", "ok"));
    }

    [Fact]
    public async Task An_older_token_of_the_family_ends_the_newest_too()
    {
        await using var world = await World.StartAsync();
        var old = await world.SignInAsync();
        var fresh = await world.RefreshAsync(old["refresh_token"]);
        await world.PostAsync("/oauth2/revoke_token", ("client_id", world.Server.Client.ClientId), ("refresh_token", old["refresh_token"]));
        Assert.False(world.Server.Tokens.IsRefreshTokenAlive(fresh["refresh_token"]));
    }

    [Fact]
    public async Task Anything_else_is_an_error_and_ends_nothing()
    {
        await using var world = await World.StartAsync();
        var token = (await world.SignInAsync())["refresh_token"];
        var id = world.Server.Client.ClientId;

        Assert.Equal("invalid_request", (await world.PostAsync("/oauth2/revoke_token", ("client_id", id))).Error);
        Assert.Equal("invalid_client", (await world.PostAsync("/oauth2/revoke_token", ("client_id", "x"), ("refresh_token", token))).Error);
        Assert.Equal("invalid_grant", (await world.PostAsync("/oauth2/revoke_token", ("client_id", id), ("refresh_token", "x"))).Error);
        Assert.Equal(
            "invalid_request",
            (await world.PostAsync("/oauth2/revoke_token", ("client_id", id), ("refresh_token", token), ("grant_type", "password"))).Error);
        Assert.True(world.Server.Tokens.IsRefreshTokenAlive(token));
    }
}
