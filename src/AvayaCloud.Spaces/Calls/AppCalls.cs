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
        return _caller.AnswerAsync([], () => _api.DiscoverAsync(request, pin, cancellationToken), cancellationToken);
    }

    /// <summary>
    /// Whose a token is [docs D/api/apps/tokeninfo_tokentype_token]; for clients whose own is of <see cref="TokenKind.SpaceAccess"/>. The
    /// API wants
    /// the token in the address, where servers and proxies may log it: ask seldom.
    /// </summary>
    /// <param name="tokenType"><c>sat</c> for space access tokens [guess].</param>
    public async Task<SpacesOutcome<SpaceTokenInfo>> GetTokenInfoAsync(
        string tokenType, string token, CancellationToken cancellationToken = default)
    {
        var outcome = await _caller.AnswerAsync(
            [tokenType, token], () => _api.GetTokenInfoAsync(tokenType, token, cancellationToken), cancellationToken);
        return outcome is SpacesOutcome<SpaceTokenInfo>.Ok { Value.App: null or { Id: null } }
            ? new SpacesOutcome<SpaceTokenInfo>.BadAnswer("A token without an app that it belongs to.")
            : outcome;
    }
}
