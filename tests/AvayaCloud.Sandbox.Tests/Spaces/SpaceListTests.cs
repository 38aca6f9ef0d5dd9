using System.Net;
using System.Text.Json.Nodes;
using AvayaCloud.Sandbox.Tests.Infrastructure;

namespace AvayaCloud.Sandbox.Tests.Spaces;

public sealed class SpaceListTests
{
    private const string Everything = "topictype=group,direct,personal&topicstatus=all";

    [Fact]
    public async Task Ten_group_spaces_come_when_nothing_is_said_latest_first()
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
    public async Task The_next_address_is_a_path_repeats_the_question_and_counts_pageref_on()
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
    public async Task The_way_back_has_both_spellings_and_leads_to_the_same_page()
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

    [Theory]
    [InlineData("all", "direct,group")]
    [InlineData("direct", "direct")]
    [InlineData("personal", "personal")]
    [InlineData("personal, direct", "direct,personal")]
    [InlineData("", "group")]
    [InlineData("nonsense", "group")]
    public async Task Topictype_picks_kinds_and_all_leaves_personal_out(string type, string kinds)
    {
        await using var list = await Listing.StartAsync();
        var rows = (await list.PageAsync("size=50&topictype=" + Uri.EscapeDataString(type)))["data"]!.AsArray();
        Assert.Equal(kinds.Split(','), rows.Select(it => (string)it!["type"]!).Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("topicstatus=1", new[] { 1 })]
    [InlineData("topicstatus=0&filtertype=&filtertype", new[] { 0 })]
    [InlineData("topicstatus=all", new[] { 0, 1 })]
    [InlineData("topicstatus=all&includedeleted=true", new[] { 0, 1, 2 })]
    public async Task Topicstatus_and_includedeleted_pick_states(string query, int[] states)
    {
        await using var list = await Listing.StartAsync();
        var rows = (await list.PageAsync("size=50&" + query))["data"]!.AsArray();
        Assert.Equal(states, rows.Select(it => (int)it!["status"]!).Distinct().Order());
    }

    [Fact]
    public async Task Pinned_ones_can_be_picked()
    {
        await using var list = await Listing.StartAsync();
        var pinned = (await list.PageAsync($"size=50&filtertype=pinned&{Everything}"))["data"]!.AsArray();
        Assert.InRange(pinned.Count, 1, 23);
        Assert.All(pinned, it => Assert.True((bool)it!["isPinned"]!));
    }

    [Fact]
    public async Task After_takes_milliseconds()
    {
        await using var list = await Listing.StartAsync();
        var all = (await list.PageAsync("size=50&" + Everything))["data"]!.AsArray();
        var third = DateTimeOffset.Parse((string)all[3]!["modified"]!, System.Globalization.CultureInfo.InvariantCulture).ToUnixTimeMilliseconds();
        Assert.Equal(3, (await list.PageAsync($"size=50&after={third}&{Everything}"))["data"]!.AsArray().Count);
        Assert.Equal(24, (await list.PageAsync($"size=50&after=99999999999999999999&{Everything}"))["data"]!.AsArray().Count);
    }

    [Fact]
    public async Task Search_is_a_regular_expression_with_contains_logic()
    {
        await using var list = await Listing.StartAsync();
        var title = (string)(await list.PageAsync("size=1"))["data"]![0]!["title"]!;
        var (start, end) = (title[..4], title[^4..]);

        string[] finding = ["^" + start, end + "$", title[1..^1], title.ToUpperInvariant(), title[0] + ".*" + title[^1], start + "|nothing"];
        string[] missing = [start + "$", "^" + end, "nothing", "^$"];

        foreach (var pattern in finding)
            Assert.Contains(title, await TitlesAsync(list, pattern));
        foreach (var pattern in missing)
            Assert.DoesNotContain(title, await TitlesAsync(list, pattern));
    }

    private static async Task<IEnumerable<string>> TitlesAsync(Listing list, string pattern) =>
        (await list.PageAsync("size=50&search=" + Uri.EscapeDataString(pattern)))["data"]!.AsArray().Select(it => (string)it!["title"]!);

    [Theory]
    [InlineData("search=%28")]
    [InlineData("search=a%7B2%2C1%7D")]
    [InlineData("pageToken=nonsense")]
    [InlineData("pageToken=%C3%A9")]
    [InlineData("pageToken=YTpi")]
    public async Task A_broken_pattern_or_token_is_a_400(string query)
    {
        await using var list = await Listing.StartAsync();
        var answer = await list.World.GetAsync("/api/users/me/spaces?" + query, list.Token);
        Assert.Equal((HttpStatusCode.BadRequest, "invalid.parameters"), (answer.Status, answer["code"]));
    }

    [Fact]
    public async Task A_pattern_that_never_ends_is_cut_off()
    {
        await using var list = await Listing.StartAsync(username: World.Hal);
        var answer = await list.World.GetAsync("/api/users/me/spaces?topictype=all&search=" + Uri.EscapeDataString(@"^(W+)+\1?(?!W)\d$"), list.Token);
        Assert.Equal((HttpStatusCode.BadRequest, "invalid.parameters"), (answer.Status, answer["code"]));
    }

    [Fact]
    public async Task Each_carries_what_it_is_to_the_person_and_a_direct_one_its_latest_chat()
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
        Assert.StartsWith("/api/users/me/topics?", (string)(await list.AtAsync("/api/users/me/topics?size=1"))["nextPageUrl"]!, StringComparison.Ordinal);
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
    public async Task The_admin_has_as_many_spaces_as_was_asked_for(int spaces)
    {
        await using var list = await Listing.StartAsync(spaces);
        Assert.Equal(spaces, (await list.WalkAsync($"/api/users/me/spaces?size=50&{Everything}")).Distinct().Count());
    }

    private sealed class Listing(World world, string token) : IAsyncDisposable
    {
        public World World => world;

        public string Token => token;

        public static async Task<Listing> StartAsync(int spaces = 24, string username = World.Ada)
        {
            var world = await World.StartAsync(it => it.Spaces = spaces);
            return new Listing(world, (await world.SignInAsync(username))["access_token"]);
        }

        public Task<JsonNode> PageAsync(string query) => AtAsync("/api/users/me/spaces?" + query);

        public async Task<JsonNode> AtAsync(string path)
        {
            var answer = await world.GetAsync(path, token);
            Assert.Equal(HttpStatusCode.OK, answer.Status);
            return answer.Json!;
        }

        public async Task<List<string>> WalkAsync(string path)
        {
            List<string> ids = [];
            while (path.Length > 0)
            {
                var page = await AtAsync(path);
                ids.AddRange(page["data"]!.AsArray().Select(it => (string)it!["_id"]!));
                path = (string?)page["nextPageUrl"] ?? "";
            }

            return ids;
        }

        public ValueTask DisposeAsync() => world.DisposeAsync();
    }
}
