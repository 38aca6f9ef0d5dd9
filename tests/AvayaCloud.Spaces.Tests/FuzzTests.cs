using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace AvayaCloud.Spaces.Tests;

/// <summary>Seeded: a failure names the round, and the round always makes the same answer.</summary>
public sealed partial class FuzzTests
{
    // Of each shape.
    private const int Rounds = 20_000;

    private const string Space = """
        {"_id":"5f04251caa4a347af9946e06","cid":"1","title":"A","type":"group","status":0,"role":"admin","restrict":["x"],
        "members":[{"member":"1","role":"guest","joinTime":"2020-08-03T12:28:05.003Z","phone_numbers":[{"value":"1"}]}],
        "settings":{"confPin":"1","passwordRequired":{"allGuests":true},"mpaasSettings":{"maxResolution":1080}},
        "msgRetention":{"retentionLength":3,"retentionType":"forever"},"created":"2020-08-03T12:28:05.003Z"}
        """;
    private const string Message = """
        {"_id":"5f8ec8041f4b4395fc1d9e4b","category":"task","topicId":"1","topicType":"group","sender":{"_id":"1","type":"user",
        "picture_url":"https://a.example/b"},"content":{"bodyText":"<p>hi</p>","data":[{"fileId":"k","fileSize":3,
        "path":"https://a.example/b"}],"assignees":[{"_id":"1"},"2"],"status":"pending","dueDate":"2020-08-03T12:28:05.003Z"},
        "parentMsg":{"_id":"1","category":"idea"},"chatCount":2,"assignees":["3"],"status":1,"dueDate":1596457685003,
        "created":"2020-08-03T12:28:05.003Z"}
        """;
    private const string Meeting = """
        {"_id":"1","topicId":"2","content":{"startTime":"2020-08-03T12:28:05.003Z","endTime":null,
        "attendees":[{"displayname":"A","joinTime":1}],"recordings":[{"_id":"1"}]}}
        """;
    private const string Settings = """
        {"_id":"1","muteaudio":true,"mNotif":"all","tourFeatures":["a"],
        "companyPolicy":{"user":{"denyFeatures":{"attachment":true}}}}
        """;

    private static readonly (string Json, Type Type)[] Shapes =
    [
        (Space, typeof(Envelope<SpaceDetails>)),
        ($$"""{"data":[{{Space}}]}""", typeof(Envelope<SpaceDetails>)),
        ($$"""{"topic":{{Space}}}""", typeof(Envelope<SpaceDetails>)),
        ($$"""{"data":{{Settings}}}""", typeof(Envelope<UserSettings>)),
        ("""{"attendee":"1","attendeeType":"userId","role":"admin"}""", typeof(Envelope<MemberRole>)),
        (Message, typeof(Envelope<Message>)),
        (Meeting, typeof(Envelope<Meeting>)),
        ("""{"sessionId":"1","confId":"2","token":"3"}""", typeof(Envelope<MediaSession>)),
        ($$"""{"data":[{{Message}},{{Message}}],"total":2,"nextPageUrl":"/api/x"}""", typeof(Page<Message>)),
        ($$"""{"data":[{{Meeting}}]}""", typeof(Page<Meeting>)),
        ("""{"data":[{"member":"1","memberType":"userid","role":"member"}],"from":0,"to":0}""", typeof(Page<Member>)),
        ("""{"data":[{"_id":"1","emails":[{"value":"a","primary":true}],"name":{"givenname":"a"}}]}""", typeof(Page<User>)),
        ("""{"data":[{"email":"a","status":200,"user":{"_id":"1"}}]}""", typeof(Page<BulkResult>)),
        ("""{"data":[{"fileKey":"a","url":"https://a.example"}]}""", typeof(Page<FileAddress>)),
        (
            """{"desktop":true,"idle":false,"role":"guest","mediaSession":{"audio":true,"video":false,"connected":true}}""",
            typeof(LivePresence)),
        ("""{"data":[{"_id":"1","topicId":"2","status":0,"modified":"2020-08-03T12:28:05.003Z"}]}""", typeof(Page<SpaceActivity>)),
        ("""{"token":"a.b.c"}""", typeof(GuestPass)),
        ("""{"isSpaceValidated":true,"isAppValidated":false,"channel":{"_id":"1","type":"topic"}}""", typeof(SpaceDiscovery)),
        (
            """{"authorizer":{"type":"user","_id":"1","display":"A"},"app":{"_id":"2","aType":"app","picture_url":"https://a.example","""
            + """ "scope":"x","role":"member","expiry":1596457685003}}""",
            typeof(SpaceTokenInfo)),
        ("""{"data":[{"topicId":"1","inviteId":"2"}],"inviteContent":{"text":"<p>"}}""", typeof(InvitationResult)),
        (
            """{"spaces":{"server_url":"a","socketio_server_url":"b"},"store":{"server_url":"c"},"accounts":{}}""",
            typeof(ServiceConfigurations)),
    ];

    private static readonly string[] Values =
    [
        "null", "true", "0", "-1", "1e999", "\"\"", "\"x\"", "[]", "{}", "[null]", "[[1]]", "{\"a\":{}}", "\"\\ud800\"", "\"2020-99-99\"",
        "12345678901234567890", "\"\\u0000\"",
    ];

    [Theory]
    [InlineData("users-me.json", typeof(User))]
    [InlineData("spaces-page.json", typeof(Page<Space>))]
    public void Members_of_every_other_type_give_a_value_or_a_JSON_error(string fixture, Type type)
    {
        for (var round = 0; round < Rounds; round++)
            Check(Encoding.UTF8.GetBytes(Retyped(ModelTests.Fixture(fixture), new Random(round))), type, round);
    }

    [Theory]
    [InlineData("users-me.json", typeof(User))]
    [InlineData("spaces-page.json", typeof(Page<Space>))]
    public void Invalid_bytes_give_a_value_or_a_JSON_error(string fixture, Type type)
    {
        var sound = Encoding.UTF8.GetBytes(ModelTests.Fixture(fixture));
        for (var round = 0; round < Rounds; round++)
        {
            var random = new Random(round);
            var bytes = sound.AsSpan(0, random.Next(10) == 0 ? random.Next(sound.Length) : sound.Length).ToArray();
            for (var change = random.Next(1, 5); change > 0 && bytes.Length > 0; change--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            Check(bytes, type, round);
        }
    }

    public static TheoryData<int> OtherShapes => [.. Enumerable.Range(0, Shapes.Length)];

    [Theory]
    [MemberData(nameof(OtherShapes))]
    public void Every_other_shape_gives_a_value_or_a_JSON_error(int shape)
    {
        var (json, type) = Shapes[shape];
        for (var round = 0; round < Rounds; round++)
        {
            var random = new Random(round);
            var bytes = Encoding.UTF8.GetBytes(Retyped(json, random));
            for (var change = random.Next(3) - 1; change > 0; change--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            Check(random.Next(12) == 0 ? bytes[..random.Next(bytes.Length)] : bytes, type, round);
        }
    }

    private static void Check(byte[] json, Type type, int round)
    {
        try
        {
            var value = JsonSerializer.Deserialize(json, type, SpacesJson.Default);
            if (value is Page<Space> page)
                Assert.All(page.Items, space => Assert.NotEmpty(space.Id));
            if (value is Page<Message> messages)
                Assert.All(messages.Items, message => Assert.True(message.Id.Length > 0 && message.Task?.Assignees.Contains("") != true));
        }
        catch (JsonException)
        {
            // The outcome is then a bad answer.
        }
        catch (Exception failure)
        {
            Assert.Fail($"Round {round}: {failure}");
        }
    }

    private static string Retyped(string json, Random random)
    {
        var root = JsonNode.Parse(json)!;
        for (var change = random.Next(1, 4); change > 0; change--)
        {
            var node = root;
            while (Children(node) is { Count: > 0 } children && (node == root || random.Next(3) > 0))
                node = children[random.Next(children.Count)];
            if (node != root)
                node.ReplaceWith("@" + (char)('A' + random.Next(Values.Length)));
        }

        // Only now: JsonNode itself would not write some of them.
        return Placeholder().Replace(root.ToJsonString(), match => Values[match.Value[2] - 'A']);
    }

    [GeneratedRegex("\"@[A-Z]\"")]
    private static partial Regex Placeholder();

    private static List<JsonNode> Children(JsonNode node) => node switch
    {
        JsonObject members => [.. members.Select(member => member.Value).OfType<JsonNode>()],
        JsonArray elements => [.. elements.OfType<JsonNode>()],
        _ => [],
    };
}
