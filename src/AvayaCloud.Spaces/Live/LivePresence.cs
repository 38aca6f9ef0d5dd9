using System.Text.Json.Serialization;

namespace AvayaCloud.Spaces;

/// <summary>What somebody lets the others in a space know of themselves [docs Z/api/socket/send_presence_event].</summary>
public sealed record LivePresence
{
    [JsonPropertyName("desktop")]
    public bool IsOnDesktop { get; init; } = true;

    [JsonPropertyName("idle")]
    public bool IsIdle { get; init; }

    [JsonPropertyName("offline")]
    public bool IsOffline { get; init; }

    [JsonPropertyName("role")]
    public string? Role { get; init; }

    [JsonPropertyName("mediaSession"), JsonConverter(typeof(LenientMedia))]
    public LiveMedia? Media { get; init; }
}

/// <summary>What somebody has on in a meeting [docs Z/api/socket/send_presence_event].</summary>
public sealed record LiveMedia
{
    [JsonPropertyName("audio")]
    public bool HasAudio { get; init; }

    [JsonPropertyName("video")]
    public bool HasVideo { get; init; }

    [JsonPropertyName("connected")]
    public bool IsConnected { get; init; }

    [JsonPropertyName("phone")]
    public bool IsOnPhone { get; init; }

    [JsonPropertyName("screenshare")]
    public bool SharesScreen { get; init; }

    [JsonPropertyName("selfMuted")]
    public bool IsMuted { get; init; }
}

/// <summary>Somebody who is in a space at the moment; the same person twice where they have two windows.</summary>
/// <param name="SessionId">Of their connection.</param>
public sealed record LivePerson(
    string Id, string? SessionId, string? Type, string? Username, string? DisplayName, string? PictureUrl, LivePresence? Presence);
