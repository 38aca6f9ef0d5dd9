using System.Net;
using System.Text.Json.Nodes;
using AvayaCloud.Sandbox.Tests.Infrastructure;

namespace AvayaCloud.Sandbox.Tests.Spaces;

public sealed class MessageTests : IAsyncLifetime
{
    private World _world = null!;
    private Api _ada = null!;
    private string _space = null!;

    public async ValueTask InitializeAsync()
    {
        _world = await World.StartAsync();
        _ada = await Api.OfAsync(_world, World.Ada);
        _space = await _ada.NewSpaceAsync((World.Max, "member"));
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task Pages_by_reference_return_each_message_once_even_if_the_reference_was_deleted()
    {
        var said = new List<string>();
        for (var number = 0; number < 7; number++)
            said.Insert(0, await _ada.SayAsync(_space));
        var first = await _ada.GetAsync($"/spaces/{_space}/messages/byref?size=3");
        Assert.Equal(3, (int)first.Json!["total"]!); // of this page only [repo WEB]
        await _ada.PostAsync("/messages/deletemessages", $"""["{said[2]}"]""");

        var second = await FollowAsync(first, "nextPageUrl");
        var third = await FollowAsync(second, "nextPageUrl");
        var back = await FollowAsync(second, "prevPageUrl");

        Assert.Equal(said, Api.Rows(first).Concat(Api.Rows(second)).Concat(Api.Rows(third)).Select(Id));
        Assert.Equal(said.Take(2), Api.Rows(back).Select(Id));
        Assert.Null(third.Json!["nextPageUrl"]);
        Assert.Equal((string?)second.Json!["prevPageUrl"], (string?)second.Json!["previousPageUrl"]);
    }

    [Fact]
    public async Task A_task_is_accepted_in_both_forms_and_returned_in_the_one_that_worked()
    {
        var max = await (await Api.OfAsync(_world, World.Max)).IdAsync();
        var docs = await _ada.PostAsync(
            $"/spaces/{_space}/tasks",
            $$"""{"content":{"bodyText":"a"},"assignees":["{{max}}"],"dueDate":"2027-01-01T00:00:00.000Z","status":1}""");
        var clients = await _ada.PostAsync(
            $"/spaces/{_space}/tasks?notify=false",
            $$$"""{"content":{"bodyText":"a","assignees":[{"_id":"{{{max}}}"}],"dueDate":"2027-01-01T00:00:00.000Z","status":"completed"}}""");

        Assert.Equal(docs.Json!["content"]!.ToJsonString(), clients.Json!["content"]!.ToJsonString());
        Assert.Equal(max, (string)docs.Json["content"]!["assignees"]![0]!["_id"]!);
        Assert.Equal(
            ("completed", "2027-01-01T00:00:00.000Z"),
            ((string)docs.Json["content"]!["status"]!, (string)docs.Json["content"]!["dueDate"]!));
    }

    [Theory]
    [InlineData("chats", """{}""")]
    [InlineData("chats", """[]""")]
    [InlineData("chats", """{"content":{"bodyText":"  "}}""")]
    [InlineData("chats", """{"content":{"bodyText":"x","data":[{"fileId":"nothing"}]}}""")]
    [InlineData("chats", """{"content":{"bodyText":"x"},"parentMsg":{"_id":"5f8ec8041f4b4395fc1d9e4b"}}""")]
    [InlineData("tasks", """{"content":{"bodyText":"x","assignees":["5f8ec8041f4b4395fc1d9e4b"]}}""")]
    [InlineData("tasks", """{"content":{"bodyText":"x","dueDate":"tomorrow"}}""")]
    [InlineData("tasks", """{"content":{"bodyText":"x","status":"perhaps"}}""")]
    [InlineData("ideas", """{"content":{"description":"x"}}""")]
    [InlineData("ideas", """{"content":""")]
    public async Task Invalid_input_is_a_400_with_a_message(string what, string body)
    {
        var answer = await _ada.PostAsync($"/spaces/{_space}/{what}", body);
        Assert.Equal((HttpStatusCode.BadRequest, true), (answer.Status, answer["message"].Length > 0));
    }

    [Fact]
    public async Task Comments_count_are_listed_and_go_with_their_post()
    {
        var post = await _ada.SayAsync(_space, "ideas", """{"bodyText":"Title","description":"<p>Text</p>"}""");
        var comment = await _ada.PostAsync(
            $"/spaces/{_space}/chats", $$$"""{"content":{"bodyText":"<p>yes</p>"},"parentMsg":{"_id":"{{{post}}}"}}""");

        Assert.Equal(post, (string)comment.Json!["parentMsg"]!["_id"]!);
        Assert.Equal(1, (int)(await _ada.GetAsync($"/messages/{post}")).Json!["chatCount"]!);
        Assert.Equal([comment["_id"]], Api.Rows(await _ada.GetAsync($"/ideas/{post}/messages")).Select(Id));
        Assert.Equal(HttpStatusCode.NotFound, (await _ada.GetAsync($"/tasks/{post}/messasges")).Status);
        await _ada.PostAsync("/messages/deletemessages", $"""["{post}"]""");
        Assert.Empty(Api.Rows(await _ada.GetAsync($"/spaces/{_space}/messages/byref")));
    }

    [Fact]
    public async Task An_edit_of_what_was_edited_elsewhere_is_a_400()
    {
        var post = await _ada.SayAsync(_space, "ideas");
        var seen = (await _ada.GetAsync($"/messages/{post}"))["modified"];

        Assert.Equal(
            HttpStatusCode.OK,
            (await _ada.PostAsync($"/messages/{post}", $$$"""{"_id":"{{{post}}}","modified":"{{{seen}}}","content":{"bodyText":"one"}}""")).Status);
        Assert.Equal(
            HttpStatusCode.BadRequest,
            (await _ada.PostAsync($"/messages/{post}", $$$"""{"modified":"{{{seen}}}","content":{"bodyText":"two"}}""")).Status);
        Assert.Equal("one", (string)(await _ada.GetAsync($"/messages/{post}")).Json!["content"]!["bodyText"]!);
    }

    [Fact]
    public async Task A_query_goes_away_from_its_reference_time()
    {
        var first = await _ada.SayAsync(_space);
        var moment = DateTimeOffset.Parse(
            (await _ada.GetAsync($"/messages/{first}"))["created"],
            System.Globalization.CultureInfo.InvariantCulture).ToUnixTimeMilliseconds();
        var (second, third) = (
            await _ada.SayAsync(_space, content: """{"bodyText":"<p>needle</p>"}"""), await _ada.SayAsync(_space, "ideas"));
        async Task<IEnumerable<string>> AskAsync(string query) =>
            Api.Rows(await _ada.GetAsync($"/spaces/{_space}/messages/query?{query}")).Select(Id);

        Assert.Equal([second, third], await AskAsync($"refTime={moment}&direction=after"));
        Assert.Equal([third, second, first], await AskAsync("direction=before"));
        Assert.Empty(await AskAsync(""));
        Assert.Equal([third], await AskAsync("direction=before&category=idea"));
        Assert.Equal([second], await AskAsync("direction=before&searchstring=NEEDLE"));
        Assert.Equal([second, first], await AskAsync("direction=before&chatmsg_only=true"));
        Assert.Empty(await AskAsync("direction=before&file_only=true"));
    }

    [Fact]
    public async Task No_id_is_used_twice_even_when_the_newest_message_is_deleted()
    {
        var deleted = await _ada.SayAsync(_space);
        await DeleteAsync(deleted);

        Assert.NotEqual(deleted, await _ada.SayAsync(_space));
    }

    [Fact]
    public async Task A_list_shows_the_latest_message_of_a_direct_space_after_an_edit_and_after_a_deletion()
    {
        var max = await (await Api.OfAsync(_world, World.Max)).IdAsync();
        var space = (string)(await _ada.GetAsync($"/spaces/direct/user/{max}")).Json!["data"]![0]!["_id"]!;
        foreach (var message in Api.Rows(await _ada.GetAsync($"/spaces/{space}/messages/byref?size=100")).Select(Id).ToList())
            Assert.Equal(HttpStatusCode.OK, (await DeleteAsync(message)).Status);
        Assert.Null(await LatestAsync(space));
        var first = await _ada.SayAsync(space, content: """{"bodyText":"first"}""");
        var second = await _ada.SayAsync(space, content: """{"bodyText":"second"}""");

        await _ada.PostAsync($"/messages/{first}", """{"content":{"bodyText":"an older one"}}""");
        Assert.Equal("second", await LatestAsync(space));
        await _ada.PostAsync($"/messages/{second}", """{"content":{"bodyText":"edited"}}""");
        Assert.Equal("edited", await LatestAsync(space));
        await DeleteAsync(second);
        Assert.Equal("an older one", await LatestAsync(space));
        await DeleteAsync(first);
        Assert.Null(await LatestAsync(space));
    }

    private async Task<string?> LatestAsync(string space)
    {
        var spaces = await _ada.GetAsync("/users/me/spaces?topictype=direct&size=50");
        return (string?)Api.Rows(spaces).Single(row => Id(row) == space)["latestMessage"]?["content"]!["bodyText"];
    }

    private Task<Answer> DeleteAsync(string message) => _ada.PostAsync("/messages/deletemessages", $"""["{message}"]""");

    private static string Id(JsonNode row) => (string)row["_id"]!;

    private async Task<Answer> FollowAsync(Answer page, string link) => await _ada.GetAsync(((string)page.Json![link]!)["/api".Length..]);
}
