using System.Net;
using AvayaCloud.Sandbox.Tests.Infrastructure;

namespace AvayaCloud.Sandbox.Tests.Spaces;

/// <summary>Who may do what [wire 6]: Ada is the space's admin, Max a member, Gil a guest, the unnamed one outside.</summary>
public sealed class RightsTests : IAsyncLifetime
{
    private World _world = null!;
    private Dictionary<string, Api> _people = null!;
    private string _space = null!;
    private string _task = null!;

    public async ValueTask InitializeAsync()
    {
        _world = await World.StartAsync();
        _people = new(StringComparer.Ordinal)
        {
            ["admin"] = await Api.OfAsync(_world, World.Ada),
            ["member"] = await Api.OfAsync(_world, World.Max),
            ["guest"] = await Api.OfAsync(_world, World.Gil),
            ["nobody"] = await Api.OfAsync(_world, World.Nobody),
        };
        _space = await _people["admin"].NewSpaceAsync((World.Max, "member"), (World.Gil, "guest"));
        _task = await _people["admin"].SayAsync(_space, "tasks");
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Theory]
    [InlineData("GET", "/spaces/SPACE", "", "admin member guest")]
    [InlineData("GET", "/spaces/SPACE/members", "", "admin member guest")]
    [InlineData("GET", "/spaces/SPACE/messages/byref", "", "admin member guest")]
    [InlineData("GET", "/spaces/SPACE/messages/query", "", "admin member guest")]
    [InlineData("GET", "/spaces/SPACE/ideas", "", "admin member guest")]
    [InlineData("GET", "/spaces/SPACE/task", "", "admin member guest")]
    [InlineData("POST", "/users/me/spaces/SPACE/markread", "{}", "admin member guest")]
    [InlineData("POST", "/users/me/topics/SPACE/preference", """{"isPinned":true}""", "admin member guest")]
    [InlineData("POST", "/spaces/SPACE/chats", """{"content":{"bodyText":"<p>x</p>"}}""", "admin member guest")]
    [InlineData("POST", "/spaces/SPACE/ideas", """{"content":{"bodyText":"x"}}""", "admin member")]
    [InlineData("POST", "/spaces/SPACE/tasks", """{"content":{"bodyText":"x"}}""", "admin member")]
    [InlineData("PATCH", "/messages/TASK", """{"content":{"status":"completed"}}""", "admin member")]
    [InlineData("POST", "/messages/deletemessages", """["TASK"]""", "admin")]
    [InlineData("POST", "/spaces/SPACE/invite", """{"invitees":[{"inviteeType":"email","invitee":"a@b.example"}]}""", "admin member")]
    [InlineData("POST", "/spaces/SPACE", """{"title":"x"}""", "admin")]
    [InlineData("POST", "/topics/SPACE/archive", "{}", "admin")]
    [InlineData("DELETE", "/spaces/SPACE", "", "admin")]
    [InlineData("POST", "/users/bulkupdate", """[{"action":"read","email":"a@example.com"}]""", "")]
    public async Task Each_call_is_for_its_roles(string method, string path, string body, string roles)
    {
        foreach (var role in (string[])["nobody", "guest", "member", "admin"])
        {
            var answer = await _people[role].SendAsync(new HttpMethod(method), Filled(path), body.Length > 0 ? Filled(body) : null);

            var mayCall = roles.Split(' ').Contains(role);
            // What one may not see is not there; what one sees and may not do is forbidden.
            Assert.Equal((role, mayCall), (role, answer.Status == HttpStatusCode.OK));
            Assert.True(
                mayCall || (answer.Status is HttpStatusCode.Forbidden or HttpStatusCode.NotFound && answer["message"].Length > 0),
                $"{role}: {answer.Status}");
        }
    }

    [Fact]
    public async Task Guests_read_only_messages_since_they_joined_unless_the_space_shows_its_history()
    {
        await _people["guest"].SendAsync(HttpMethod.Delete, $"/spaces/{_space}/attendees/userid/{await _people["guest"].IdAsync()}");
        var before = await _people["admin"].SayAsync(_space);
        Assert.Equal(HttpStatusCode.Forbidden, (await _people["guest"].GetAsync($"/messages/{before}")).Status);
        await _people["guest"].GetAsync($"/spaces/{_space}/join");
        var after = await _people["admin"].SayAsync(_space);

        Assert.Equal([after], await SeenAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await _people["guest"].GetAsync($"/messages/{before}")).Status);

        await _people["admin"].PostAsync($"/spaces/{_space}", """{"restrict":[]}""");
        Assert.Equal([after, before, _task], await SeenAsync());
    }

    [Fact]
    public async Task The_last_admin_stays_and_others_come_and_go()
    {
        var ada = $"/spaces/{_space}/attendees/userId/{await _people["admin"].IdAsync()}";
        var max = $"/spaces/{_space}/attendees/userid/{await _people["member"].IdAsync()}";

        Assert.Equal(HttpStatusCode.Conflict, (await _people["admin"].DeleteAsync(ada)).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await _people["admin"].PostAsync(ada, """{"role":"member"}""")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await _people["admin"].PostAsync(max, """{"role":"king"}""")).Status);
        Assert.Equal("admin", (await _people["admin"].PostAsync(max, """{"role":"admin"}"""))["role"]);
        Assert.Equal(HttpStatusCode.OK, (await _people["admin"].DeleteAsync(ada)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await _people["admin"].GetAsync($"/spaces/{_space}")).Status);
    }

    [Fact]
    public async Task An_archived_space_is_read_only_for_admins_and_lost_to_all_others()
    {
        Assert.Equal(HttpStatusCode.OK, (await _people["admin"].PostAsync($"/spaces/{_space}/archive")).Status);

        Assert.Equal(HttpStatusCode.Conflict, (await _people["admin"].PostAsync($"/spaces/{_space}/archive")).Status);
        Assert.Equal(HttpStatusCode.OK, (await _people["admin"].GetAsync($"/spaces/{_space}")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await _people["member"].GetAsync($"/spaces/{_space}")).Status);
        await _people["admin"].PostAsync($"/spaces/{_space}/unarchive");
        Assert.Equal(HttpStatusCode.Forbidden, (await _people["member"].GetAsync($"/spaces/{_space}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await _people["member"].GetAsync($"/spaces/{_space}/join")).Status);
        Assert.Equal(HttpStatusCode.OK, (await _people["member"].GetAsync($"/spaces/{_space}")).Status);
    }

    [Fact]
    public async Task A_missing_PIN_and_a_wrong_PIN_are_different_errors()
    {
        await _people["admin"].PostAsync($"/spaces/{_space}", """{"settings":{"confPin":"2468","passwordRequired":{"allGuests":true}}}""");
        var door = $"/spaces/{_space}/join";

        Assert.Equal("space.password.required", (await _people["nobody"].GetAsync(door))["code"]);
        Assert.Equal("space.password.wrong", (await _people["nobody"].GetAsync(door, "1111"))["code"]);
        Assert.Equal("space.password.required", (await _people["guest"].GetAsync($"/spaces/{_space}"))["code"]);
        Assert.Equal(HttpStatusCode.OK, (await _people["member"].GetAsync($"/spaces/{_space}")).Status);
        Assert.Equal("guest", (string)(await _people["nobody"].GetAsync(door, "2468")).Json!["topic"]!["role"]!);
    }

    private string Filled(string text) =>
        text.Replace("SPACE", _space, StringComparison.Ordinal).Replace("TASK", _task, StringComparison.Ordinal);

    private async Task<IEnumerable<string>> SeenAsync() =>
        Api.Rows(await _people["guest"].GetAsync($"/spaces/{_space}/messages/byref")).Select(it => (string)it["_id"]!);
}
