using System.Net;
using AvayaCloud.Sandbox.Tests.Infrastructure;

namespace AvayaCloud.Sandbox.Tests.Spaces;

public sealed class SpaceFilterTests
{
    private const string Everything = "topictype=group,direct,personal&topicstatus=all";

    [Theory]
    [InlineData("all", "direct,group")]
    [InlineData("direct", "direct")]
    [InlineData("personal", "personal")]
    [InlineData("personal, direct", "direct,personal")]
    [InlineData("", "group")]
    [InlineData("nonsense", "group")]
    public async Task Topictype_selects_kinds_and_all_excludes_personal(string type, string kinds)
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
    public async Task Topicstatus_and_includedeleted_select_states(string query, int[] states)
    {
        await using var list = await Listing.StartAsync();
        var rows = (await list.PageAsync("size=50&" + query))["data"]!.AsArray();
        Assert.Equal(states, rows.Select(it => (int)it!["status"]!).Distinct().Order());
    }

    [Fact]
    public async Task Pinned_spaces_can_be_selected()
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
        var third = DateTimeOffset.Parse(
            (string)all[3]!["modified"]!, System.Globalization.CultureInfo.InvariantCulture).ToUnixTimeMilliseconds();
        Assert.Equal(3, (await list.PageAsync($"size=50&after={third}&{Everything}"))["data"]!.AsArray().Count);
        Assert.Equal(24, (await list.PageAsync($"size=50&after=99999999999999999999&{Everything}"))["data"]!.AsArray().Count);
    }

    [Fact]
    public async Task Search_is_a_regular_expression_with_contains_logic()
    {
        await using var list = await Listing.StartAsync();
        var title = (string)(await list.PageAsync("size=1"))["data"]![0]!["title"]!;
        var (start, end) = (title[..4], title[^4..]);

        string[] finding =
        [
            "^" + start, end + "$", title[1..^1], title.ToUpperInvariant(), title[0] + ".*" + title[^1], start + "|nothing",
        ];
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
    public async Task A_pattern_that_never_ends_is_stopped()
    {
        await using var list = await Listing.StartAsync(username: World.Hal);
        var answer = await list.World.GetAsync(
            "/api/users/me/spaces?topictype=all&search=" + Uri.EscapeDataString(@"^(W+)+\1?(?!W)\d$"), list.Token);
        Assert.Equal((HttpStatusCode.BadRequest, "invalid.parameters"), (answer.Status, answer["code"]));
    }
}
