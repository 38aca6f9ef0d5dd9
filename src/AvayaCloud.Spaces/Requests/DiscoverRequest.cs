using System.Text.Json.Serialization;

namespace AvayaCloud.Spaces;

/// <summary>A space by its address, and the app that wants to work there [docs D/api/apps/spaces_discover].</summary>
public sealed record DiscoverRequest(
    [property: JsonPropertyName("spaceUrl")] string SpaceUrl, [property: JsonPropertyName("appId")] string AppId);
