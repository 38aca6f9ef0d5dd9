using Microsoft.AspNetCore.Components.Authorization;

namespace SpacesPortal.Sessions;

/// <summary>The tokens of whoever this scope serves: the request's person, or the circuit's.</summary>
internal sealed class CurrentSessionTokens(
    IHttpContextAccessor http, AuthenticationStateProvider authentication, SessionTokens tokens, SpaceIndexes spaces)
    : IAccessTokenSource
{
    public async ValueTask<string?> GetAsync(CancellationToken cancellationToken) =>
        await FindAsync() is ({ } id, var request) ? (await tokens.GetAsync(id, request, cancellationToken))?.Reveal() : null;

    public async ValueTask<string?> RefreshAsync(string rejected, CancellationToken cancellationToken)
    {
        if (await FindAsync() is not ({ } id, var request) || !AccessToken.TryParse(rejected, out var token))
            return null;
        var newer = Renewal.TokenOf(await tokens.RefreshAsync(id, request, token, cancellationToken));
        if (newer is null)
            spaces.Doubt(id.Value);
        return newer;
    }

    // A circuit outlives the request that began it: there only the session's id counts, and the ledger has the tokens.
    private async ValueTask<(SessionId? Id, HttpContext? Request)> FindAsync()
    {
        if (http.HttpContext is { WebSockets.IsWebSocketRequest: false } context && context.GetSession() is { } session)
            return (session.Id, context);
        var state = await authentication.GetAuthenticationStateAsync();
        return state.User.TryGetSessionId(out var id) ? (id, null) : (null, null);
    }
}
