namespace AvayaCloud.Sandbox.Spaces;

/// <summary>Reads JSON that a client sent. A member of another type counts as absent.</summary>
internal static class RequestJson
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 32, AllowDuplicateProperties = false };

    /// <summary>The body is null when it is empty.</summary>
    public static async Task<(bool IsJson, JsonNode? Body)> ReadAsync(HttpContext context)
    {
        try
        {
            using var text = new MemoryStream();
            await context.Request.Body.CopyToAsync(text, context.RequestAborted);
            return (true, text.Length == 0 ? null : Parse(text.GetBuffer().AsSpan(0, (int)text.Length)));
        }
        catch (Exception exception) when (exception is JsonException or BadHttpRequestException)
        {
            return (false, null);
        }
    }

    public static JsonNode? Parse(ReadOnlySpan<byte> text) => JsonNode.Parse(text, documentOptions: Strict);

    public static JsonNode? GetMember(this JsonNode? node, string name) => (node as JsonObject)?[name];

    public static bool HasMember(this JsonNode? node, string name) => node is JsonObject json && json.ContainsKey(name);

    public static string? GetString(this JsonNode? node, string name) => node.GetMember(name).GetString();

    public static string? GetString(this JsonNode? node)
    {
        try
        {
            return node?.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : null;
        }
        catch (InvalidOperationException)
        {
            return null; // An escaped surrogate without its pair.
        }
    }

    public static bool? GetBoolean(this JsonNode? node, string name) => node.GetMember(name)?.GetValueKind() switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    public static int? GetInt32(this JsonNode? node, string name) =>
        node.GetMember(name) is JsonValue value && value.TryGetValue<int>(out var number) ? number : null;

    public static DateTimeOffset? GetTime(this JsonNode? node, string name) => ParseTime(node.GetString(name));

    /// <summary>ISO 8601 [wire 4.0].</summary>
    public static DateTimeOffset? ParseTime(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    public static IReadOnlyList<JsonNode>? GetArray(this JsonNode? node, string name) =>
        node.GetMember(name) is JsonArray array ? array.GetItems() : null;

    public static IReadOnlyList<JsonNode> GetItems(this JsonNode? node) => node is JsonArray array ? [.. array.OfType<JsonNode>()] : [];
}
