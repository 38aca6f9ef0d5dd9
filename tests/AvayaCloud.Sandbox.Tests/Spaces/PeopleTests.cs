using System.Net;
using System.Text.Json.Nodes;
using AvayaCloud.Sandbox.Tests.Infrastructure;

namespace AvayaCloud.Sandbox.Tests.Spaces;

public sealed class PeopleTests
{
    [Fact]
    public async Task There_are_five_demo_users_and_they_share_a_password()
    {
        await using var world = await World.StartAsync();
        Assert.Equal(["admin", "member", "guest", "unnamed", "hostile"], world.Server.Users.Select(it => it.Role));
        Assert.Single(world.Server.Users.Select(it => it.Password).Distinct());
    }

    [Fact]
    public async Task The_admin_has_everything_that_a_profile_can_have()
    {
        await using var world = await World.StartAsync();
        var me = await MeAsync(world, World.Ada);

        Assert.Contains("IT_ADMIN_PERMISSION_GROUP", me["permissions"]!.AsArray().Select(it => (string)it!));
        Assert.Single(me["emails"]!.AsArray(), it => (bool)it!["primary"]!);
        Assert.All(
            ["emails", "phone_numbers", "addresses", "languages", "licenses", "relation_graphs"],
            name => Assert.NotEmpty(me[name]!.AsArray()));
    }

    [Theory]
    [InlineData(World.Max)]
    [InlineData(World.Gil)]
    public async Task Other_users_are_not_company_admins(string username)
    {
        await using var world = await World.StartAsync();
        Assert.Equal("""["USERSELF_PERMISSION_GROUP"]""", (await MeAsync(world, username))["permissions"]!.ToJsonString());
    }

    [Fact]
    public async Task The_guest_has_the_no_picture_address_and_the_guest_role()
    {
        await using var world = await World.StartAsync();
        Assert.EndsWith("/norevimages/noimage.jpg", (string)(await MeAsync(world, World.Gil))["picture_url"]!, StringComparison.Ordinal);
        Assert.Contains("guest", (await SpacesAsync(world, World.Gil)).Select(it => (string)it!["role"]!));
    }

    [Fact]
    public async Task The_user_without_a_name_has_no_picture_and_no_space()
    {
        await using var world = await World.StartAsync();
        var me = await MeAsync(world, World.Nobody);
        Assert.All(["displayname", "picture_url", "picturefile"], name => Assert.Equal("", (string)me[name]!));
        Assert.All(me["name"]!.AsObject(), it => Assert.Equal("", (string)it.Value!));
        Assert.Empty(await SpacesAsync(world, World.Nobody));
    }

    [Fact]
    public async Task The_hostile_user_has_a_hostile_string_in_every_field()
    {
        await using var world = await World.StartAsync();
        var me = await MeAsync(world, World.Hal);
        string[] free = ["displayname", "username", "gender", "timezone", "picture_url"];
        Assert.All(free.Select(name => (string)me[name]!), it => Assert.Matches("[<>\"']|javascript:", it));
        Assert.Contains("javascript:", (string)me["picture_url"]!, StringComparison.Ordinal);
        Assert.Contains('\u202E', (string)me["displayname"]!);

        var spaces = await SpacesAsync(world, World.Hal);
        Assert.Contains(spaces, it => ((string)it!["title"]!).Length == 5000);
        Assert.Contains(spaces, it => ((string)it!["title"]!).Contains("<script>", StringComparison.Ordinal));
        Assert.Contains(spaces, it => ((string)it!["title"]!).Contains('\0', StringComparison.Ordinal));
        Assert.Contains(spaces, it => ((string)it!["picture_url"]!).StartsWith("javascript:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Pictures_are_small_PNG_files_of_the_sandbox()
    {
        await using var world = await World.StartAsync();
        var picture = new Uri((string)(await MeAsync(world, World.Ada))["picture_url"]!);
        Assert.Equal(world.Server.Address.Authority, picture.Authority);
        foreach (var path in new[] { picture.AbsolutePath, "/norevimages/noimage.jpg", "/_sandbox/pictures/%3Cscript%3E.png" })
        {
            using var response = await world.Http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal("image/png", response.Content.Headers.ContentType!.MediaType);
            var bytes = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
            Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], bytes[..4]);
            Assert.InRange(bytes.Length, 100, 20_000);
        }
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_data_and_another_seed_other_data()
    {
        await using var one = await World.StartAsync();
        await using var same = await World.StartAsync();
        await using var other = await World.StartAsync(it => it.Seed = 7);

        var (first, second) = (await SpacesAsync(one, World.Max), await SpacesAsync(same, World.Max));
        Assert.Equal(Neutral(one, first), Neutral(same, second));
        Assert.Equal(one.Server.Client.ClientId, same.Server.Client.ClientId);
        Assert.NotEqual(one.Server.Client.ClientId, other.Server.Client.ClientId);
        Assert.Equal("sandbox-7", other.Server.Users[0].Password);
        Assert.Matches("^[0-9a-f]{20}$", one.Server.Client.ClientId);
        Assert.Matches("^[0-9a-f]{40}$", one.Server.Client.ClientSecret);
    }

    private static string Neutral(World world, JsonArray spaces) =>
        spaces.ToJsonString().Replace(world.Server.Address.Authority, "HERE", StringComparison.Ordinal);

    private static async Task<JsonNode> MeAsync(World world, string username)
    {
        var answer = await world.GetAsync("/api/users/me", (await world.SignInAsync(username))["access_token"]);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return answer.Json!;
    }

    private static async Task<JsonArray> SpacesAsync(World world, string username) =>
        (await world.GetAsync("/api/users/me/spaces?size=50&topicstatus=all&topictype=group,direct,personal", (await world.SignInAsync(username))["access_token"])).Json!["data"]!.AsArray();
}
