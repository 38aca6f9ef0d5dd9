namespace AvayaCloud.Spaces;

/// <summary>What somebody lets the others in a space know of themselves [docs Z/api/socket/send_presence_event].</summary>
public sealed record LivePresence
{
    [JsonPropertyName("desktop")] public bool IsOnDesktop { get; init; } = true;
    [JsonPropertyName("idle")] public bool IsIdle { get; init; }
    [JsonPropertyName("offline")] public bool IsOffline { get; init; }
    [JsonPropertyName("role")] public string? Role { get; init; }
    [JsonPropertyName("mediaSession"), JsonConverter(typeof(LenientMedia))] public LiveMedia? Media { get; init; }
}

/// <summary>What somebody has on in a meeting [docs Z/api/socket/send_presence_event].</summary>
public sealed record LiveMedia
{
    [JsonPropertyName("audio")] public bool HasAudio { get; init; }
    [JsonPropertyName("video")] public bool HasVideo { get; init; }
    [JsonPropertyName("connected")] public bool IsConnected { get; init; }
    [JsonPropertyName("phone")] public bool IsOnPhone { get; init; }
    [JsonPropertyName("screenshare")] public bool SharesScreen { get; init; }
    [JsonPropertyName("selfMuted")] public bool IsMuted { get; init; }
}

/// <summary>Somebody who is in a space at the moment; the same person twice where they have two windows.</summary>
/// <param name="SessionId">Of their connection.</param>
public sealed record LivePerson(
    string Id, string? SessionId, string? Type, string? Username, string? DisplayName, string? PictureUrl, LivePresence? Presence);

/// <summary>Presence goes both ways, so this one of the lenient converters writes, too. On the property, not for the type: there it would
/// find itself.</summary>
internal sealed class LenientMedia : JsonConverter<LiveMedia?>
{
    public override bool HandleNull => true;

    public override LiveMedia? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.StartObject)
            return JsonSerializer.Deserialize(ref reader, Media(options));
        reader.Skip();
        return null;
    }

    public override void Write(Utf8JsonWriter writer, LiveMedia? value, JsonSerializerOptions options)
    {
        if (value is null)
            writer.WriteNullValue();
        else
            JsonSerializer.Serialize(writer, value, Media(options));
    }

    private static JsonTypeInfo<LiveMedia> Media(JsonSerializerOptions options) =>
        (JsonTypeInfo<LiveMedia>)options.GetTypeInfo(typeof(LiveMedia));
}

/// <summary>SEND_PRESENCE_EVENT as it is written [docs Z/api/socket/send_presence_event].</summary>
internal static class PresenceEvent
{
    public const string Name = "SEND_PRESENCE_EVENT";
    public const string Online = "app.event.presence.party.online";
    public const string Leaves = "app.event.presence.party.leaves";
    public const string RequestAll = "app.event.presence.request.parties";
    public const string Typing = "party.typing";

    /// <param name="to">Null: to everybody.</param>
    public static (string Name, JsonObject Payload) Of(string category, string spaceId, LivePresence? presence, LivePerson? to = null) =>
        (Name, new JsonObject
        {
            ["category"] = category,
            ["topicId"] = spaceId,
            ["content"] = JsonSerializer.SerializeToNode(presence ?? new LivePresence(), RequestJson.Default.LivePresence),
            ["receivers"] = to is null ? new JsonArray() : new JsonArray(new JsonObject { ["_id"] = to.Id, ["type"] = to.Type }),
            // By this we know our own when it comes back.
            [LiveJson.Loopback] = true,
        });
}
