using System.Text.Json.Serialization;

namespace AvayaCloud.Spaces;

/// <summary>One page of <c>GET /users/me/spaces</c>, ordered by latest activity.</summary>
public sealed record SpacesPage
{
    [JsonPropertyName("data"), JsonConverter(typeof(RequiredList<Space>))]
    public IReadOnlyList<Space> Spaces { get; init; } = null!;

    /// <summary>A path on the API's own host. It may be given although the next page is empty [repo LT].</summary>
    [JsonPropertyName("nextPageUrl")]
    public string? NextPageUrl { get; init; }
}
