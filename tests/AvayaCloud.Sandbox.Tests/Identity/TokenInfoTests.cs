using System.Net;
using System.Text.Json.Nodes;
using AvayaCloud.Sandbox.Tests.Infrastructure;
using Microsoft.AspNetCore.WebUtilities;

namespace AvayaCloud.Sandbox.Tests.Identity;

public sealed class TokenInfoTests
{
    [Fact]
    public async Task The_id_token_is_hs256_with_the_documented_claims()
    {
        await using var world = await World.StartAsync();
        var parts = (await world.SignInAsync())["id_token"].Split('.');
        var header = JsonNode.Parse(WebEncoders.Base64UrlDecode(parts[0]))!;
        var claims = JsonNode.Parse(WebEncoders.Base64UrlDecode(parts[1]))!;

        Assert.Equal("HS256", (string)header["alg"]!);
        Assert.Equal(["sub", "iss", "exp", "iat", "id_token_version", "email", "aud"], claims.AsObject().Select(it => it.Key));
        Assert.Equal(3600, (long)claims["exp"]! - (long)claims["iat"]!);
        Assert.Equal(world.Clock.GetUtcNow().ToUnixTimeSeconds(), (long)claims["iat"]!);
        Assert.Equal("1.0", (string)claims["id_token_version"]!);
        Assert.Equal(World.Ada, (string)claims["email"]!);
        Assert.Equal(world.Server.Client.ClientId, (string)claims["aud"]!);
        Assert.StartsWith("ag", (string)claims["sub"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tokeninfo_names_the_user_in_the_tutorials_shape()
    {
        await using var world = await World.StartAsync();
        var tokens = await world.SignInAsync();
        world.Clock.Advance(TimeSpan.FromSeconds(9));

        var info = await world.GetAsync("/oauth2/tokeninfo?id_token=" + tokens["id_token"]);

        Assert.Equal(HttpStatusCode.OK, info.Status);
        Assert.Equal(["expires_in", "audience", "user_id", "user", "issuer"], info.Json!.AsObject().Select(it => it.Key));
        Assert.Equal(["username", "first_name", "last_name", "id", "picture_url"], info.Json["user"]!.AsObject().Select(it => it.Key));
        Assert.Equal(3591, (int)info.Json["expires_in"]!);
        Assert.Equal(world.Server.Client.ClientId, info["audience"]);
        Assert.Equal("avayacloud.com", info["issuer"]);
        var me = await world.GetAsync("/api/users/me", tokens["access_token"]);
        Assert.Equal(me["ndbid"], info["user_id"]);
        Assert.NotEqual(me["_id"], info["user_id"]);
    }

    [Fact]
    public async Task An_id_token_that_is_altered_expired_or_absent_is_refused()
    {
        await using var world = await World.StartAsync();
        var token = (await world.SignInAsync())["id_token"];
        string[] wrong = [token[..^4] + "AAAA", "AAAA" + token[4..], token + ".x", token.Split('.')[1], "x", "..", new string('é', 50)];
        foreach (var bad in wrong)
            Assert.Equal("invalid_token", (await world.GetAsync("/oauth2/tokeninfo?id_token=" + Uri.EscapeDataString(bad))).Error);
        Assert.Equal("invalid_request", (await world.GetAsync("/oauth2/tokeninfo")).Error);
        Assert.Equal("invalid_request", (await world.GetAsync($"/oauth2/tokeninfo?id_token={token}&id_token={token}")).Error);

        world.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal("invalid_token", (await world.GetAsync("/oauth2/tokeninfo?id_token=" + token)).Error);
    }
}
