using System.Net;
using AvayaCloud.Sandbox.Tests.Infrastructure;

namespace AvayaCloud.Sandbox.Tests.Identity;

public sealed class RefreshTests
{
    private const string Me = "/api/users/me";

    [Fact]
    public async Task A_refresh_returns_a_new_pair_and_invalidates_both_old_tokens()
    {
        await using var world = await World.StartAsync();
        var old = await world.SignInAsync();

        var fresh = await world.RefreshAsync(old["refresh_token"], ("redirect_uri", World.Callback));

        Assert.Equal(["access_token", "scope", "expires_in", "refresh_token", "id_token"], fresh.Json!.AsObject().Select(it => it.Key));
        Assert.Equal(HttpStatusCode.Unauthorized, (await world.GetAsync(Me, old["access_token"])).Status);
        Assert.Equal(HttpStatusCode.OK, (await world.GetAsync(Me, fresh["access_token"])).Status);
        Assert.False(world.Server.Tokens.IsRefreshTokenAlive(old["refresh_token"]));
        Assert.True(world.Server.Tokens.IsRefreshTokenAlive(fresh["refresh_token"]));
    }

    [Fact]
    public async Task A_reused_refresh_token_revokes_the_whole_family()
    {
        await using var world = await World.StartAsync();
        var old = await world.SignInAsync();
        var other = await world.SignInAsync();
        var fresh = await world.RefreshAsync(old["refresh_token"]);

        Assert.Equal("invalid_grant", (await world.RefreshAsync(old["refresh_token"])).Error);

        Assert.Equal(HttpStatusCode.Unauthorized, (await world.GetAsync(Me, fresh["access_token"])).Status);
        Assert.Equal("invalid_grant", (await world.RefreshAsync(fresh["refresh_token"])).Error);
        Assert.Equal(HttpStatusCode.OK, (await world.GetAsync(Me, other["access_token"])).Status);
        Assert.Equal(1, world.Server.Log.RefreshTokenReuses);
    }

    [Fact]
    public async Task With_family_revocation_off_only_the_spent_token_is_refused()
    {
        await using var world = await World.StartAsync(it => it.RevokeFamilyOnReuse = false);
        var old = await world.SignInAsync();
        var fresh = await world.RefreshAsync(old["refresh_token"]);

        Assert.Equal("invalid_grant", (await world.RefreshAsync(old["refresh_token"])).Error);

        Assert.Null((await world.RefreshAsync(fresh["refresh_token"])).Error);
    }

    [Fact]
    public async Task Ten_requests_at_once_give_one_new_pair()
    {
        await using var world = await World.StartAsync(it => it.RevokeFamilyOnReuse = false);
        var old = await world.SignInAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => world.RefreshAsync(old["refresh_token"])));

        Assert.Single(answers, it => it.Status == HttpStatusCode.OK);
        Assert.Equal(9, world.Server.Log.RefreshTokenReuses);
    }

    [Fact]
    public async Task A_wider_scope_is_refused_and_costs_nothing()
    {
        await using var world = await World.StartAsync();
        var old = await world.RedeemAsync(await world.CodeAsync(World.Ada, ("scope", "email")));
        Assert.Equal("invalid_grant", (await world.RefreshAsync(old["refresh_token"], ("scope", "email spaces"))).Error);
        Assert.Null((await world.RefreshAsync(old["refresh_token"], ("scope", "email"))).Error);
    }

    [Fact]
    public async Task An_access_token_is_valid_for_an_hour_and_its_refresh_token_for_longer()
    {
        await using var world = await World.StartAsync();
        var tokens = await world.SignInAsync();
        world.Clock.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal(HttpStatusCode.OK, (await world.GetAsync(Me, tokens["access_token"])).Status);
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.Unauthorized, (await world.GetAsync(Me, tokens["access_token"])).Status);
        Assert.Null((await world.RefreshAsync(tokens["refresh_token"])).Error);
    }

    [Fact]
    public async Task A_shorter_lifetime_is_reported_one_second_shorter()
    {
        await using var world = await World.StartAsync(it => it.AccessTokenLifetime = TimeSpan.FromSeconds(20));
        Assert.Equal(19, (int)(await world.SignInAsync()).Json!["expires_in"]!);
    }

    [Fact]
    public async Task Tests_can_expire_and_revoke_the_tokens_of_one_user()
    {
        await using var world = await World.StartAsync();
        var (ada, max) = (await world.SignInAsync(), await world.SignInAsync(World.Max));
        Assert.Equal(ada["refresh_token"], world.Server.Tokens.LatestTokens(World.Ada)!.RefreshToken);

        world.Server.Tokens.ExpireAccessTokens(World.Ada);
        Assert.Equal(HttpStatusCode.Unauthorized, (await world.GetAsync(Me, ada["access_token"])).Status);
        Assert.Equal(HttpStatusCode.OK, (await world.GetAsync(Me, max["access_token"])).Status);
        Assert.True(world.Server.Tokens.IsRefreshTokenAlive(ada["refresh_token"]));

        world.Server.Tokens.RevokeSession(World.Ada);
        Assert.False(world.Server.Tokens.IsRefreshTokenAlive(ada["refresh_token"]));
        Assert.True(world.Server.Tokens.IsRefreshTokenAlive(max["refresh_token"]));
    }
}
