namespace AvayaCloud.Spaces;

/// <summary>For apps that live in rooms and spaces [wire 4.6].</summary>
public sealed class AppCalls
{
    private readonly ApiCaller _caller;
    private readonly IAppsApi _api;

    internal AppCalls(ApiCaller caller) => (_caller, _api) = (caller, caller.Api<IAppsApi>());

    /// <summary>Whether there is a space at an address, and an app of that id [docs D/api/apps/spaces_discover].</summary>
    /// <param name="pin">Of a protected space.</param>
    public Task<SpacesOutcome<SpaceDiscovery>> DiscoverAsync(
        Uri spaceUrl, string appId, string? pin = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(spaceUrl);
        ArgumentException.ThrowIfNullOrEmpty(appId);
        var request = new DiscoverRequest(spaceUrl.OriginalString, appId);
        return _caller.GetAsync([], () => _api.DiscoverAsync(request, pin, cancellationToken), cancellationToken);
    }

    /// <summary>Whose a token is [docs D/api/apps/tokeninfo_tokentype_token]; for clients whose own is of <see
    /// cref="TokenKind.SpaceAccess"/>. The API wants the token in the address, where servers and proxies may log it: ask seldom.</summary>
    /// <param name="tokenType"><c>sat</c> for space access tokens [guess].</param>
    public async Task<SpacesOutcome<SpaceTokenInfo>> GetTokenInfoAsync(
        string tokenType, string token, CancellationToken cancellationToken = default)
    {
        var outcome = await _caller.GetAsync(
            [tokenType, token], () => _api.GetTokenInfoAsync(tokenType, token, cancellationToken), cancellationToken);
        return outcome is SpacesOutcome<SpaceTokenInfo>.Ok { Value.App: null or { Id: null } }
            ? new SpacesOutcome<SpaceTokenInfo>.InvalidResponse("A token without an app that it belongs to.")
            : outcome;
    }
}

/// <summary>For apps that live in rooms and spaces [wire 4.6].</summary>
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

/// <summary>A space by its address, and the app that wants to work there [docs D/api/apps/spaces_discover].</summary>
internal sealed record DiscoverRequest(
    [property: JsonPropertyName("spaceUrl")] string SpaceUrl, [property: JsonPropertyName("appId")] string AppId);
