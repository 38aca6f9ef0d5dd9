using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AvayaCloud.Spaces.Tests.Live;

public sealed class LiveFrameTests
{
    private const string Chat = """
        {"_id":"5f8ec8041f4b4395fc1d9e4b","category":"chat","topicId":"5f8ec8041f4b4395fc1d9e4a","sender":{"_id":"a",
        "displayname":"A B"},"content":{"bodyText":"<p>hi</p>","data":[],"idle":true,"mediaSession":{"audio":true,
        "selfMuted":1}},"created":"2026-11-22T09:00:00.000Z","receivers":[]}
        """;

    [Theory]
    [InlineData("40/chat")]
    [InlineData("40/chat,")]
    [InlineData("40/chat?token=x,")]
    public void The_namespace_is_connected_with_or_without_a_comma(string frame) =>
        Assert.IsType<LiveFrame.Connected>(LiveFrame.Parse(frame));

    [Theory]
    [InlineData("44/chat,\"Authentication error\"", "Authentication error")]
    [InlineData("44/chat,{\"code\":\"x\",\"message\":\"No.\"}", "No.")]
    [InlineData("44/chat", null)]
    [InlineData("44/chat,{", null)]
    public void A_refusal_says_why_in_either_form(string frame, string? reason) =>
        Assert.Equal(new LiveFrame.ConnectError(reason), LiveFrame.Parse(frame));

    [Theory]
    [InlineData("")]
    [InlineData("40")]
    [InlineData("40/chatter,")]
    [InlineData("42[\"X\"]")]
    [InlineData("42/chat,[]")]
    [InlineData("42/chat,[7]")]
    [InlineData("42/chat,[\"\\ud800\"]")]
    [InlineData("451-/chat,[\"X\",{\"_placeholder\":true,\"num\":0}]")]
    [InlineData("6")]
    public void Everything_else_is_ignored(string frame) => Assert.IsType<LiveFrame.Ignored>(LiveFrame.Parse(frame));

    [Fact]
    public void An_event_is_read_with_and_without_an_acknowledgement_id()
    {
        var plain = Assert.IsType<LiveFrame.Event>(LiveFrame.Parse("42/chat,[\"X\",{\"a\":1}]"));
        var wanted = Assert.IsType<LiveFrame.Event>(LiveFrame.Parse("42/chat,7[\"X\",{\"a\":1}]"));

        Assert.Equal(("X", "{\"a\":1}", "{\"a\":1}"), (wanted.Name, wanted.Payload.GetRawText(), plain.Payload.GetRawText()));
    }

    [Fact]
    public void The_client_sends_what_the_load_test_sends() => Assert.Equal(
        """42/chat,["SUBSCRIBE_CHANNEL",{"channel":{"_id":"s","type":"topic"},"version":"1.1"}]""",
        LiveFrame.Emit(
            "SUBSCRIBE_CHANNEL",
            new JsonObject { ["channel"] = new JsonObject { ["_id"] = "s", ["type"] = "topic" }, ["version"] = "1.1" }));

    /// <summary>The same seed gives the same frames, so that what it finds can be found again.</summary>
    [Fact]
    public void Twenty_thousand_damaged_frames_are_read_or_skipped_without_an_exception()
    {
        string[] names =
        [
            "MESSAGE_SENT",
            "SEND_MESSAGE_FAILED",
            "PRESENCE_EVENT_RESPONSE",
            "MEDIA_SESSION_RESPONSE",
            "CHANNEL_SUBSCRIBED",
            "CHANNEL_UNSUBSCRIBED",
            "SUBSCRIBE_CHANNEL_FAILED",
            "NEWS"
        ];
        string[] odd =
        [
            "null",
            "[]",
            "{}",
            "\"\\udc00\"",
            "1e999",
            "-0",
            "\"",
            "[[[[[[",
            "party.typing",
            "topic.",
            ".deleted",
            "\u0000",
            "😀"
        ];
        var random = new Random(20261122);
        var told = 0;
        for (var round = 0; round < 20_000; round++)
        {
            var channels = new ConcurrentDictionary<string, LiveChannel>(StringComparer.Ordinal);
            channels.GetOrAdd("5f8ec8041f4b4395fc1d9e4a", id => new LiveChannel(id, null)).OwnPresence = new LivePresence();
            var text = new StringBuilder($"42/chat,[\"{names[random.Next(names.Length)]}\",{Chat}]");
            for (var blow = random.Next(0, 5); blow > 0 && text.Length > 0; blow--)
            {
                var at = random.Next(text.Length);
                if (random.Next(3) == 0)
                    text[at] = (char)random.Next(1, 0x300);
                else if (random.Next(2) == 0)
                    text.Remove(at, Math.Min(random.Next(1, 30), text.Length - at));
                else
                    text.Insert(at, odd[random.Next(odd.Length)]);
            }

            if (LiveFrame.Parse(text.ToString()) is not LiveFrame.Event happened)
                continue;
            new LiveDispatcher(channels, new PendingSends(), new LiveBroadcast(10)).Handle(happened.Name, happened.Payload);
            told++;
        }

        Assert.InRange(told, 5_000, 19_999);
    }

    [Fact]
    public void A_record_of_an_event_prints_without_failing() =>
        Assert.NotEmpty(new LiveEvent.Media("s", "c", null, default(JsonElement)).ToString());
}
