using AvayaCloud.Sandbox.Tests.Infrastructure;

namespace AvayaCloud.Sandbox.Tests.Spaces;

public sealed class SpaceListTests
{
    private const string Everything = "topictype=group,direct,personal&topicstatus=all";

    [Fact]
    public async Task By_default_ten_group_spaces_are_returned_latest_first()
    {
        await using var list = await Listing.StartAsync();

        var page = await list.PageAsync("");

        Assert.Equal(10, page["data"]!.AsArray().Count);
        Assert.All(page["data"]!.AsArray(), it => Assert.Equal(("group", 0), ((string)it!["type"]!, (int)it["status"]!)));
        var modified = page["data"]!.AsArray().Select(it => (string)it!["modified"]!).ToList();
        Assert.Equal(modified.OrderDescending(StringComparer.Ordinal), modified);
    }

    [Theory]
    [InlineData("size=3", 3)]
    [InlineData("size=50", 50)]
    [InlineData("size=51", 50)]
    [InlineData("size=0", 10)]
    [InlineData("size=-1", 10)]
    [InlineData("size=many", 10)]
    [InlineData("size=99999999999", 10)]
    public async Task Size_is_ten_and_at_most_fifty(string query, int count)
    {
        await using var list = await Listing.StartAsync(80);
        Assert.Equal(count, (await list.PageAsync(query + "&" + Everything))["data"]!.AsArray().Count);
    }

    [Theory]
    [InlineData(24, 10)]
    [InlineData(24, 8)]
    [InlineData(120, 50)]
    public async Task Following_the_next_address_meets_each_space_once(int spaces, int size)
    {
        await using var list = await Listing.StartAsync(spaces);

        var ids = await list.WalkAsync($"/api/users/me/spaces?size={size}&{Everything}");

        Assert.Equal(spaces, ids.Count);
        Assert.Equal(spaces, ids.Distinct().Count());
    }

    [Fact]
    public async Task The_next_link_is_a_path_with_the_same_query_and_the_next_pageref()
    {
        await using var list = await Listing.StartAsync();
        var next = (string)(await list.PageAsync("size=2&search=a%26b%7C.&pageref=4"))["nextPageUrl"]!;
        Assert.StartsWith("/api/users/me/spaces?size=2&search=a%26b%7C.&pageToken=", next, StringComparison.Ordinal);
        Assert.EndsWith("&pageref=5", next, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_the_count_divides_evenly_a_ghost_page_follows()
    {
        await using var list = await Listing.StartAsync(20);
        var last = await list.PageAsync($"size=10&page=1&{Everything}");
        Assert.Equal(10, last["data"]!.AsArray().Count);

        var ghost = await list.AtAsync((string)last["nextPageUrl"]!);

        Assert.Empty(ghost["data"]!.AsArray());
        Assert.Null(ghost["nextPageUrl"]);
        Assert.NotNull(ghost["prevPageUrl"]);
    }

    [Fact]
    public async Task The_previous_link_has_both_spellings_and_leads_to_the_same_page()
    {
        await using var list = await Listing.StartAsync();
        var first = await list.PageAsync($"size=5&{Everything}");
        var second = await list.AtAsync((string)first["nextPageUrl"]!);

        Assert.Null(first["prevPageUrl"]);
        Assert.Equal((string)second["prevPageUrl"]!, (string)second["previousPageUrl"]!);
        Assert.Equal(first["data"]!.ToJsonString(), (await list.AtAsync((string)second["prevPageUrl"]!))["data"]!.ToJsonString());
    }

    [Theory]
    [InlineData("page=2&size=10", 4)]
    [InlineData("page=3&size=10", 0)]
    [InlineData("page=2147483647&size=50", 0)]
    [InlineData("page=-5&size=50", 24)]
    public async Task The_deprecated_page_number_still_works(string query, int count)
    {
        await using var list = await Listing.StartAsync(24);
        Assert.Equal(count, (await list.PageAsync(query + "&" + Everything))["data"]!.AsArray().Count);
    }

    [Fact]
    public async Task Each_space_has_the_users_own_members_and_a_direct_one_its_latest_chat()
    {
        await using var list = await Listing.StartAsync();
        var rows = (await list.PageAsync("size=50&" + Everything))["data"]!.AsArray();
        string[] own = ["isPinned", "notification", "role", "lastAccess", "unread"];
        Assert.All(rows, it => Assert.All(own, name => Assert.True(it!.AsObject().ContainsKey(name))));
        Assert.All(rows, it => Assert.Equal((string)it!["type"]! == "direct", it["latestMessage"] is not null));
        Assert.All(rows.Where(it => (string)it!["type"]! == "direct"), it => Assert.Equal(2, it!["members"]!.AsArray().Count));
        Assert.Contains(rows, it => (bool)it!["unread"]!);
        Assert.True(new[] { "admin", "member" }.All(role => rows.Any(it => (string)it!["role"]! == role)));
    }

    [Fact]
    public async Task The_older_name_is_still_served_and_links_to_itself()
    {
        await using var list = await Listing.StartAsync();
        Assert.StartsWith(
            "/api/users/me/topics?", (string)(await list.AtAsync("/api/users/me/topics?size=1"))["nextPageUrl"]!, StringComparison.Ordinal);
        Assert.Equal(1, list.World.Server.Log.Count("api.users.me.spaces"));
    }

    [Fact]
    public async Task Members_see_the_same_spaces_as_the_admin_in_their_own_role()
    {
        await using var ada = await Listing.StartAsync();
        var max = (await ada.World.SignInAsync(World.Max))["access_token"];
        var his = (await ada.World.GetAsync($"/api/users/me/spaces?size=50&{Everything}", max)).Json!["data"]!.AsArray();
        var hers = await ada.WalkAsync($"/api/users/me/spaces?size=50&{Everything}");
        var shared = his.Where(it => (string)it!["type"]! == "group").ToList();
        Assert.NotEmpty(shared);
        Assert.All(shared, it => Assert.Equal("member", (string)it!["role"]!));
        Assert.All(shared, it => Assert.Contains((string)it!["_id"]!, hers));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10_000)]
    public async Task The_admin_has_as_many_spaces_as_configured(int spaces)
    {
        await using var list = await Listing.StartAsync(spaces);
        Assert.Equal(spaces, (await list.WalkAsync($"/api/users/me/spaces?size=50&{Everything}")).Distinct().Count());
    }
}
