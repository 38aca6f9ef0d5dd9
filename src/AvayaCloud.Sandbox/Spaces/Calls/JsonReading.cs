namespace AvayaCloud.Sandbox.Spaces;

/// <summary>Takes what was sent for what it is; a member of another type counts as not sent.</summary>
internal static class JsonReading
{
    public static JsonNode? Member(this JsonNode? node, string name) => (node as JsonObject)?[name];

    public static string? Text(this JsonNode? node, string name) => node.Member(name) is { } value ? Text(value) : null;

    public static string? Text(this JsonNode? node)
    {
        try
        {
            return node?.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : null;
        }
        catch (InvalidOperationException)
        {
            return null; // half of a surrogate pair
        }
    }

    public static bool? Flag(this JsonNode? node, string name) => node.Member(name)?.GetValueKind() switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    public static int? Number(this JsonNode? node, string name) =>
        node.Member(name) is { } value
            && value.GetValueKind() == JsonValueKind.Number
            && int.TryParse(value.ToJsonString(), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    public static IReadOnlyList<JsonNode> Items(this JsonNode? node) => node is JsonArray array ? [.. array.OfType<JsonNode>()] : [];

    public static IReadOnlyList<JsonNode>? List(this JsonNode? node, string name) =>
        node.Member(name) is JsonArray array ? array.Items() : null;

    public static DateTimeOffset? Time(this JsonNode? node, string name) =>
        DateTimeOffset.TryParse(node.Text(name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    public static bool Has(this JsonNode? node, string name) => node is JsonObject json && json.ContainsKey(name);
}
