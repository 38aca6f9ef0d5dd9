namespace AvayaCloud.Spaces;

/// <summary>What a participant announces about themselves [docs Z/api/socket/send_presence_event].</summary>
public sealed record LivePresence
{
    [JsonPropertyName("desktop")] public bool IsOnDesktop { get; init; } = true;
    [JsonPropertyName("idle")] public bool IsIdle { get; init; }
    [JsonPropertyName("offline")] public bool IsOffline { get; init; }
    [JsonPropertyName("role")] public string? Role { get; init; }
    [JsonPropertyName("mediaSession"), JsonConverter(typeof(LenientObject<LiveMedia>))] public LiveMedia? Media { get; init; }
}

/// <summary>How a participant takes part in a meeting [docs Z/api/socket/send_presence_event].</summary>
public sealed record LiveMedia
{
    [JsonPropertyName("audio")] public bool HasAudio { get; init; }
    [JsonPropertyName("video")] public bool HasVideo { get; init; }
    [JsonPropertyName("connected")] public bool IsConnected { get; init; }
    [JsonPropertyName("phone")] public bool IsOnPhone { get; init; }
    [JsonPropertyName("screenshare")] public bool SharesScreen { get; init; }
    [JsonPropertyName("selfMuted")] public bool IsMuted { get; init; }
}

/// <summary>A user, guest or service app that is present in a space. A user with two windows is listed twice.</summary>
/// <param name="SessionId">Identifies the connection.</param>
public sealed record LiveParticipant(
    string Id, string? SessionId, string? Type, string? Username, string? DisplayName, string? PictureUrl, LivePresence? Presence);

/// <summary>Categories of presence events [docs Z/api/socket/send_presence_event].</summary>
internal static class PresenceCategory
{
    public const string Online = "app.event.presence.party.online";
    public const string Leaves = "app.event.presence.party.leaves";
    public const string RequestAll = "app.event.presence.request.parties";
    public const string Typing = "party.typing";
}
