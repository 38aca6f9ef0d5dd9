namespace AvayaCloud.Spaces;

/// <summary>For apps inside rooms and spaces [wire 4.6].</summary>
public sealed class AppCalls
{
    private readonly ApiCaller<IAppsApi> _api;

    internal AppCalls(ApiCaller<IAppsApi> api) => _api = api;

    /// <summary>Whether there is a space at an address, and an app with that id [docs D/api/apps/spaces_discover].</summary>
    /// <param name="pin">For a protected space.</param>
    public Task<SpacesOutcome<SpaceDiscovery>> DiscoverAsync(
        Uri spaceUrl, string appId, string? pin = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(spaceUrl);
        ArgumentException.ThrowIfNullOrEmpty(appId);
        var request = new DiscoverRequest(spaceUrl.OriginalString, appId);
        return _api.CallAsync([], (api, ct) => api.DiscoverAsync(request, pin, ct), cancellationToken);
    }

    /// <summary>The owner and purpose of a token [docs D/api/apps/tokeninfo_tokentype_token]; for clients whose own token is <see
    /// cref="TokenKind.SpaceAccess"/>. The token is part of the path, where proxies may log it: call this rarely.</summary>
    /// <param name="tokenType"><c>sat</c> for space access tokens [guess].</param>
    public async Task<SpacesOutcome<SpaceTokenInfo>> GetTokenInfoAsync(
        string tokenType, string token, CancellationToken cancellationToken = default)
    {
        var outcome = await _api.CallAsync([tokenType, token], (api, ct) => api.GetTokenInfoAsync(tokenType, token, ct), cancellationToken);
        return outcome.Require(it => it.App?.Id is not null, "The token does not belong to an app.");
    }
}

/// <summary>For apps inside rooms and spaces [wire 4.6].</summary>
[Headers("Accept: application/json")]
internal interface IAppsApi
{
    [Post("/apps/spaces/discover"), Headers(Idempotent.Mark)]
    Task<IApiResponse<SpaceDiscovery>> DiscoverAsync(
        [Body] DiscoverRequest request, [Header(PinHeader.Name)] string? pin, CancellationToken cancellationToken);

    /// <summary>With <c>Authorization: sat …</c> [docs D/api/apps/tokeninfo_tokentype_token]</summary>
    [Get("/apps/tokeninfo/{tokenType}/{token}")]
    Task<IApiResponse<SpaceTokenInfo>> GetTokenInfoAsync(string tokenType, string token, CancellationToken cancellationToken);
}

/// <summary>The address of a space, and an app [docs D/api/apps/spaces_discover].</summary>
internal sealed record DiscoverRequest(
    [property: JsonPropertyName("spaceUrl")] string SpaceUrl, [property: JsonPropertyName("appId")] string AppId);
