using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace AvayaCloud.Spaces.Tests;

/// <summary>Seeded: a failure names the round, and the round always makes the same answer.</summary>
public sealed partial class FuzzTests
{
    private const int Rounds = 2000;

    private static readonly string[] Values =
    [
        "null", "true", "0", "-1", "1e999", "\"\"", "\"x\"", "[]", "{}", "[null]", "[[1]]", "{\"a\":{}}", "\"\\ud800\"", "\"2020-99-99\"",
        "12345678901234567890", "\"\\u0000\"",
    ];

    [Theory]
    [InlineData("users-me.json", typeof(User))]
    [InlineData("spaces-page.json", typeof(SpacesPage))]
    public void Members_of_every_other_type_come_to_a_value_or_a_JSON_fault(string fixture, Type type)
    {
        for (var round = 0; round < Rounds; round++)
            Check(Encoding.UTF8.GetBytes(Retyped(ModelTests.Fixture(fixture), new Random(round))), type, round);
    }

    [Theory]
    [InlineData("users-me.json", typeof(User))]
    [InlineData("spaces-page.json", typeof(SpacesPage))]
    public void Broken_bytes_come_to_a_value_or_a_JSON_fault(string fixture, Type type)
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

    private static void Check(byte[] json, Type type, int round)
    {
        try
        {
            var value = JsonSerializer.Deserialize(json, type, SpacesJson.Default);
            if (value is SpacesPage page)
                Assert.All(page.Spaces, space => Assert.NotEmpty(space.Id));
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
