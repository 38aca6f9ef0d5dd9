namespace AvayaCloud.Spaces;

/// <summary>Takes what an event carries for what it is, leniently as the API's other answers.</summary>
internal static class LiveJson
{
    /// <summary>Comes back to the socket that sent it, and to no other [docs Z/api/socket/send_message].</summary>
    public const string Loopback = "loopbackMetadata";

    public static JsonElement Member(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : default;

    public static string? Text(this JsonElement element, string name)
    {
        var value = element.Member(name);
        try
        {
            return value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null; // half of a surrogate pair
        }
    }

    public static string? ChannelId(this JsonElement payload) => payload.Member("channel").Text("_id");

    public static Message? Message(this JsonElement payload) =>
        Read(() => payload.Deserialize(SpacesJson.Default.Message)) is { Id.Length: > 0 } message ? message : null;

    public static Sender? Sender(this JsonElement payload) => payload.Member("sender") is { ValueKind: JsonValueKind.Object } sender
        ? Read(() => sender.Deserialize(SpacesJson.Default.Sender))
        : null;

    public static LivePerson? Person(this JsonElement payload)
    {
        if (payload.Sender() is not { Id: { } id } sender)
            return null;
        var content = payload.Member("content");
        var presence = content.ValueKind == JsonValueKind.Object ? Read(() => content.Deserialize(SpacesJson.Default.LivePresence)) : null;
        return new LivePerson(id, content.Text("sessionId"), sender.Type, sender.Username, sender.DisplayName, sender.PictureUrl, presence);
    }

    private static T? Read<T>(Func<T?> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
