using AvayaCloud.Sandbox.Tests.Infrastructure;

namespace AvayaCloud.Sandbox.Tests.Spaces;

/// <summary>Seeded: whatever is sent to the API, the answer is one of 200 and 4xx in JSON, and never a fault of the sandbox.</summary>
public sealed class ApiFuzzTests
{
    private static readonly string[] Scraps =
    [
        "{", "}", "[", "]", ",", ":", "\"content\"", "\"bodyText\"", "\"title\"", "\"topic\"", "\"invitees\"", "\"role\"", "\"admin\"",
        "\"settings\"", "\"confPin\"", "\"data\"", "\"_id\"",
        "\"files\"", "\"name\"", "\"fileSize\"", "\"fileKeys\"", "\"isPinned\"", "\"action\"", "\"email\"", "null", "true", "1e999", "-1",
        "12345678901234567890", "\"\\ud800\"", "\"\\u0000\"", "\"x\"", "\"\"",
        "\"a@b.c\"", "\"dueDate\"", "\"0000-00-00\"", "\"status\"", "\"muteaudio\"", "\"parentMsg\"", "\"spaceUrl\"", "\"appId\"",
        "\"displayname\"",
    ];

    [Fact]
    public async Task Nothing_that_is_sent_causes_a_server_error()
    {
        await using var world = await World.StartAsync();
        var ada = await Api.OfAsync(world, World.Ada);
        var space = await ada.NewSpaceAsync();
        var post = await ada.SayAsync(space, "ideas");
        string[] paths =
        [
            $"/spaces/{space}", $"/spaces/{space}/chats", $"/spaces/{space}/ideas", $"/spaces/{space}/tasks", $"/spaces/{space}/invite",
            "/spaces/invite", $"/messages/{post}", "/messages/deletemessages",
            "/users/me/colleaguesbulk", $"/users/me/spaces/{space}/preference", "/files/getuploadurl", "/files/getdownloadurl",
            "/users/bulkupdate", $"/spaces/{space}/attendees/userid/x", "/apps/spaces/discover", "/anonymous/auth",
        ];
        var random = new Random(2026);
        for (var round = 0; round < 1500; round++)
        {
            var path = paths[random.Next(paths.Length)];
            var body = Body(random);
            var answer = await ada.PostAsync(path, body);
            Assert.True((int)answer.Status is 200 or (>= 400 and < 500), $"{(int)answer.Status} for {path} and {body}");
        }

        string[] lists =
        [
            $"/spaces/{space}/messages/byref?nextRefObjId=",
            $"/spaces/{space}/messages/query?refTime=",
            $"/spaces/{space}/members?search=",
            "/users/me/colleagues?search=",
            "/users/me/messages?spacelist=",
            "/users/meetingroom/",
            "/spaces/direct/user/",
            "/spaces/invites/",
            "/activitiesrecord/spaces?after=",
        ];
        for (var round = 0; round < 500; round++)
        {
            var query = Uri.EscapeDataString(Body(random).Replace('/', '-'));
            var path = lists[random.Next(lists.Length)] + query + (random.Next(3) == 0 ? "&size=99999999999&page=-1" : "");
            Assert.True((int)(await ada.GetAsync(path)).Status < 500, path);
        }

        Assert.DoesNotContain(world.Server.Log.Requests, it => it.Outcome?.StartsWith("error", StringComparison.Ordinal) == true);
    }

    private static string Body(Random random) => random.Next(3) == 0
        ? string.Concat(Enumerable.Range(0, random.Next(8)).Select(_ => Scraps[random.Next(Scraps.Length)]))
        : "{" + string.Join(
            ',',
            Enumerable.Range(0, random.Next(1, 4))
                .Select(_ => $"{Name(random)}:{Value(random, 3)}")
                .DistinctBy(it => it.Split(':')[0])) + "}";

    private static string Name(Random random) => Scraps.Where(it => it.Length > 3 && it[0] == '"').ElementAt(random.Next(15));

    private static string Value(Random random, int depth) => random.Next(depth > 0 ? 4 : 2) switch
    {
        2 => "[" + Value(random, depth - 1) + "]",
        3 => "{" + Name(random) + ":" + Value(random, depth - 1) + "}",
        _ =>
            Scraps.Where(it => it.Length > 3).ElementAt(random.Next(Scraps.Count(it => it.Length > 3))) is var scrap
                && scrap[0] is '"' or 'n' or 't' or '1'
                ? scrap
                : "1",
    };
}
