namespace AvayaCloud.Spaces;

/// <summary>Reads the payload of an event as leniently as the API's responses are read.</summary>
internal static class LiveJson
{
    /// <summary>Comes back to the socket that sent it, and to no other [docs Z/api/socket/send_message].</summary>
    public const string Loopback = "loopbackMetadata";

    public static JsonElement GetMember(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : default;

    public static string? GetText(this JsonElement element, string name) => element.GetMember(name).AsText();

    public static string? AsText(this JsonElement element)
    {
        try
        {
            return element.ValueKind == JsonValueKind.String ? element.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null; // a lone surrogate
        }
    }

    public static string? GetChannelId(this JsonElement payload) => payload.GetMember("channel").GetText("_id");

    public static Message? ReadMessage(this JsonElement payload) =>
        Deserialize(payload, SpacesJson.Default.Message) is { Id.Length: > 0 } message ? message : null;

    public static Sender? ReadSender(this JsonElement payload) => Deserialize(payload.GetMember("sender"), SpacesJson.Default.Sender);

    public static LiveParticipant? ReadParticipant(this JsonElement payload)
    {
        if (payload.ReadSender() is not { Id: { } id } sender)
            return null;
        var content = payload.GetMember("content");
        return new LiveParticipant(
            id, content.GetText("sessionId"), sender.Type, sender.Username, sender.DisplayName, sender.PictureUrl,
            Deserialize(content, SpacesJson.Default.LivePresence));
    }

    private static T? Deserialize<T>(JsonElement element, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return element.ValueKind == JsonValueKind.Object ? element.Deserialize(type) : null;
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
