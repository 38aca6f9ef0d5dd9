using System.Net;
using AvayaCloud.Sandbox.Tests.Infrastructure;
using Microsoft.AspNetCore.WebUtilities;

namespace AvayaCloud.Sandbox.Tests.Identity;

public sealed class ImplicitTests
{
    private static readonly (string, string?)[] Implicit = [("response_type", "token"), ("access_type", "online")];

    [Fact]
    public async Task The_token_is_in_the_fragment_and_nothing_in_the_query()
    {
        await using var world = await World.StartAsync();

        var callback = await world.ConsentAsync(changes: Implicit);

        Assert.Empty(callback.Query);
        var members = Members(callback);
        Assert.Equal(["access_token", "token_type", "expires_in", "scope", "state"], members.Keys);
        Assert.Equal(("Bearer", "3599", "st-1"), (members["token_type"], members["expires_in"], members["state"]));
        Assert.EndsWith("/auth/zangspaces", members["scope"], StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await world.GetAsync("/api/users/me", members["access_token"])).Status);
    }

    [Fact]
    public async Task Scopes_by_their_older_addresses_are_accepted()
    {
        await using var world = await World.StartAsync();
        var zang = "https://accounts.zang.io/auth/userinfo.email https://accounts.zang.io/auth/userinfo.profile https://accounts.zang.io/auth/zangspaces";

        var members = Members(await world.ConsentAsync(changes: [.. Implicit, ("scope", zang)]));

        Assert.Equal(3, members["scope"].Split(' ').Length);
        Assert.Equal(HttpStatusCode.OK, (await world.GetAsync("/api/users/me", members["access_token"])).Status);
    }

    [Fact]
    public async Task A_denial_is_returned_where_the_token_would_have_been()
    {
        await using var world = await World.StartAsync();

        var callback = await world.ConsentAsync(accept: false, changes: Implicit);

        Assert.Equal(("", "#error=access_denied&state=st-1"), (callback.Query, callback.Fragment));
    }

    [Fact]
    public async Task The_token_ends_with_its_lifetime()
    {
        await using var world = await World.StartAsync();
        var token = Members(await world.ConsentAsync(changes: Implicit))["access_token"];

        world.Clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal(HttpStatusCode.Unauthorized, (await world.GetAsync("/api/users/me", token)).Status);
    }

    private static Dictionary<string, string> Members(Uri callback) =>
        QueryHelpers.ParseQuery(callback.Fragment[1..]).ToDictionary(it => it.Key, it => it.Value.ToString(), StringComparer.Ordinal);
}
