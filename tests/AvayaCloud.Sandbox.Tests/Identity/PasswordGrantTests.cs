using System.Net;
using AvayaCloud.Sandbox.Tests.Infrastructure;

namespace AvayaCloud.Sandbox.Tests.Identity;

public sealed class PasswordGrantTests
{
    [Fact]
    public async Task A_name_and_a_password_return_five_members_and_tokens_that_can_be_refreshed()
    {
        await using var world = await World.StartAsync();

        var answer = await GrantAsync(world, ("username", World.Max), ("password", "sandbox-2026"), ("scope", "spaces profile email"));

        Assert.Equal(["access_token", "scope", "expires_in", "refresh_token", "id_token"], answer.Json!.AsObject().Select(it => it.Key));
        Assert.Equal(World.Max, (await world.GetAsync("/api/users/me", answer["access_token"]))["username"]);
        Assert.Equal(HttpStatusCode.OK, (await world.RefreshAsync(answer["refresh_token"])).Status);
        Assert.Equal(1, world.Server.Log.Count("token.password", "ok"));
    }

    [Theory]
    [InlineData("max.member@example.com", "wrong", null, "invalid_grant")]
    [InlineData("somebody@example.com", "sandbox-2026", null, "invalid_grant")]
    [InlineData("colleague.1@example.com", "sandbox-2026", null, "invalid_grant")]
    [InlineData("", "sandbox-2026", null, "invalid_request")]
    [InlineData("max.member@example.com", "", null, "invalid_request")]
    [InlineData("max.member@example.com", "sandbox-2026", "everything", "invalid_scope")]
    public async Task Values_of_the_wrong_type_are_refused(string username, string password, string? scope, string error)
    {
        await using var world = await World.StartAsync();
        Assert.Equal(error, (await GrantAsync(world, ("username", username), ("password", password), ("scope", scope ?? ""))).Error);
    }

    [Fact]
    public async Task Without_the_secret_there_is_no_token()
    {
        await using var world = await World.StartAsync();
        var answer = await world.TokenAsync(
            ("grant_type", "password"), ("client_id", world.Server.Client.ClientId), ("username", World.Max), ("password", "sandbox-2026"));
        Assert.Equal("invalid_client", answer.Error);
    }

    private static Task<Answer> GrantAsync(World world, params (string, string)[] fields) =>
        world.TokenAsync([("grant_type", "password"), .. world.Secret, .. fields]);
}
