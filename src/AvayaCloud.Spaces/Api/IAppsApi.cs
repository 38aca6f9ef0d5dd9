using Refit;

namespace AvayaCloud.Spaces;

/// <summary>For apps that live in rooms and spaces [wire 4.6].</summary>
[Headers("Accept: application/json")]
public interface IAppsApi
{
    /// <summary>Only asks [docs D/api/apps/spaces_discover]</summary>
    [Post("/apps/spaces/discover"), Headers(Repeatable.Mark)]
    Task<IApiResponse<SpaceDiscovery>> DiscoverAsync(
        [Body] DiscoverRequest request, [Header(PinHeader.Name)] string? pin, CancellationToken cancellationToken);

    /// <summary>With <c>Authorization: sat …</c> [docs D/api/apps/tokeninfo_tokentype_token]</summary>
    [Get("/apps/tokeninfo/{tokenType}/{token}")]
    Task<IApiResponse<SpaceTokenInfo>> GetTokenInfoAsync(string tokenType, string token, CancellationToken cancellationToken);
}
