using System.Text.Json.Serialization;

namespace AvayaCloud.Spaces;

/// <summary>What a guest wants to be called; all of it may be left out [docs D/api/users/anonymous_auth].</summary>
public sealed record GuestRequest
{
    [JsonPropertyName("displayname")]
    public string? DisplayName { get; init; }

    [JsonPropertyName("username")]
    public string? Username { get; init; }

    [JsonPropertyName("picturefile")]
    public string? Picture { get; init; }
}
