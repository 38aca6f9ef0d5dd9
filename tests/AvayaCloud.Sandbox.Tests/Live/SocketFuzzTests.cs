using System.Text;
using System.Text.Json.Nodes;
using AvayaCloud.Sandbox.Tests.Infrastructure;

namespace AvayaCloud.Sandbox.Tests.Live;

public sealed class SocketFuzzTests
{
    private const int Rounds = 20_000;

    private static readonly string[] Odd =
    [
        "", "null", "-1", "1e999", "[]", "{}", "\"\\ud800\"", "\"", "[[[[", "{\"_id\":{}}", "\u0000", "😀", "_placeholder", "__proto__",
    ];

    /// <summary>The same seed gives the same frames, so that what it finds can be found again.</summary>
    [Fact]
    public async Task Twenty_thousand_damaged_frames_break_no_other_connection()
    {
        await using var world = await World.StartAsync();
        var token = (await world.SignInAsync())["access_token"];
        var space = (string)(await world.GetAsync("/api/users/me/spaces?size=1&topictype=group", token)).Json!["data"]![0]!["_id"]!;
        using var witness = await RawSocket.ChatAsync(world.Server.Address, token);
        var random = new Random(20261122);
        var frames = Frames(space, token);
        RawSocket? socket = null;
        for (var round = 0; round < Rounds; round++)
        {
            if (round % 500 == 0)
                Assert.True(await witness.AnswersAsync());
            socket ??= await RawSocket.HearAsync(world.Server.Address, token, space);
            await socket.SayAsync(Damaged(frames[random.Next(frames.Length)], random));
            // Whatever came of it: the connection is over, or it answers.
            if (await socket.AnswersAsync())
                continue;
            socket.Dispose();
            socket = null;
        }

        socket?.Dispose();
        Assert.True(await witness.AnswersAsync());
        Assert.DoesNotContain(world.Server.Log.Requests, call => call.Outcome?.StartsWith("error", StringComparison.Ordinal) == true);
    }

    private static string[] Frames(string space, string token) =>
    [
        "2", "3", "40/chat,", $"40/chat?token={token}&tokenType=oauth,", "41/chat,", "44/chat,\"x\"", "43/chat,1[]", "42/chat,7[\"X\"]",
        Event(
            "SUBSCRIBE_CHANNEL",
            new JsonObject
            {
                ["channel"] = new JsonObject { ["_id"] = space, ["type"] = "topic", ["password"] = "1" },
                ["version"] = "1.1",
            }),
        Event("UNSUBSCRIBE_CHANNEL", new JsonObject { ["channel"] = new JsonObject { ["_id"] = space, ["type"] = "topic" } }),
        Event("SEND_MESSAGE", new JsonObject
        {
            ["category"] = "task",
            ["topicId"] = space,
            ["content"] = new JsonObject
            {
                ["bodyText"] = "<p>x</p>",
                ["data"] = new JsonArray(new JsonObject { ["fileId"] = "f", ["fileSize"] = 1 }),
                ["assignees"] = new JsonArray("a"),
                ["dueDate"] = "2026-11-22",
            },
            ["loopbackMetadata"] = new JsonArray(1),
        }),
        Event(
            "SEND_MESSAGE",
            new JsonObject
            {
                ["category"] = "chat",
                ["topicId"] = space,
                ["content"] = new JsonObject { ["bodyText"] = "x" },
                ["parentMsg"] = null,
                ["loopbackMetadata"] = 1,
            }),
        Event(
            "SEND_PRESENCE_EVENT",
            new JsonObject
            {
                ["category"] = "party.typing",
                ["topicId"] = space,
                ["content"] = new JsonObject(),
                ["receivers"] = new JsonArray(new JsonObject { ["_id"] = "x" }),
            }),
        Event(
            "SEND_MEDIA_SESSION_EVENTS",
            new JsonObject
            {
                ["category"] = "trackstatus",
                ["topicId"] = space,
                ["content"] = new JsonObject { ["mediaSession"] = new JsonObject() },
            }),
    ];

    private static string Event(string name, JsonObject payload) => $"42/chat,{new JsonArray(name, payload).ToJsonString()}";

    private static string Damaged(string frame, Random random)
    {
        var text = new StringBuilder(frame);
        for (var blow = random.Next(0, 4); blow > 0 && text.Length > 0; blow--)
        {
            var at = random.Next(text.Length);
            switch (random.Next(5))
            {
                case 0:
                    text[at] = (char)random.Next(1, 0x250);
                    break;
                case 1:
                    text.Remove(at, Math.Min(random.Next(1, 20), text.Length - at));
                    break;
                case 2:
                    text.Insert(at, Odd[random.Next(Odd.Length)]);
                    break;
                case 3:
                    text.Length = at;
                    break;
                default:
                    text.Insert(at, new string(text[at], random.Next(1, 200)));
                    break;
            }
        }

        return text.ToString();
    }
}
