using System.Text.Json.Serialization;

namespace AvayaCloud.Spaces;

/// <summary>
/// Whether there is such a space and such an app; a no is an answer here, not a refusal [docs D/api/apps/spaces_discover].
/// </summary>
public sealed record SpaceDiscovery
{
    [JsonPropertyName("isSpaceValidated")]
    public bool IsSpaceKnown { get; init; }

    [JsonPropertyName("isAppValidated")]
    public bool IsAppKnown { get; init; }

    /// <summary>Where both are known.</summary>
    [JsonPropertyName("channel"), JsonConverter(typeof(LenientObject<DiscoveredChannel>))]
    public DiscoveredChannel? Channel { get; init; }
}

/// <summary>What the socket calls a space; that the answer's channel has the same members is a [guess].</summary>
public sealed record DiscoveredChannel
{
    [JsonPropertyName("_id")]
    public string? SpaceId { get; init; }

    [JsonPropertyName("type")]
    public string? Type { get; init; }
}
