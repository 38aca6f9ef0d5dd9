using System.Text.Json.Serialization;

namespace AvayaCloud.Spaces;

/// <summary>One page of <c>GET /users/me/spaces</c>, ordered by latest activity [docs D/api/users/users_me_spaces].</summary>
public sealed record SpacesPage : IPage
{
    /// <summary>Rows without an id are left out: nothing can be done with them.</summary>
    [JsonPropertyName("data"), JsonConverter(typeof(RequiredList<Space>))]
    public required IReadOnlyList<Space> Spaces { get; init => field = [.. value.Where(space => space.Id.Length > 0)]; }

    /// <summary>A path on the API's own host. It may be given although the next page is empty [repo LT].</summary>
    [JsonPropertyName("nextPageUrl")]
    public string? NextPageUrl { get; init; }

    [JsonIgnore]
    public bool PromisesMore => Spaces.Count > 0 && IPage.IsLink(NextPageUrl);

    bool IPage.IsEmpty => Spaces.Count == 0;
}
