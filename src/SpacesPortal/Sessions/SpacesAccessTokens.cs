using Microsoft.AspNetCore.Components.Authorization;

namespace SpacesPortal.Sessions;

/// <summary>A session's access tokens, as the Spaces client asks for them.</summary>
/// <param name="tokens">The session engine.</param>
/// <param name="id">The session.</param>
/// <param name="request">Null in a circuit or in the background, where the ledger alone has the tokens.</param>
internal sealed class SpacesAccessTokens(SessionTokens tokens, SessionId id, HttpContext? request) : IAccessTokenSource
{
    public async ValueTask<string?> GetAsync(CancellationToken cancellationToken) =>
        (await tokens.GetAsync(id, request, cancellationToken))?.Reveal();

    /// <summary>Null when the session is over; a temporary failure is an exception, as the client's contract asks.</summary>
    public async ValueTask<string?> RefreshAsync(string rejected, CancellationToken cancellationToken)
    {
        if (!AccessToken.TryParse(rejected, out var token))
            return null;
        return await tokens.RefreshAsync(id, request, token, cancellationToken) switch
        {
            RefreshOutcome.Refreshed refreshed => refreshed.Access.Reveal(),
            RefreshOutcome.Unavailable(var reason, _) => throw new HttpRequestException($"The tokens could not be refreshed: {reason}."),
            RefreshOutcome.RefreshTokenInCookieOnly =>
                throw new HttpRequestException("The tokens could not be refreshed: no page of the session is open."),
            _ => null,
        };
    }
}

/// <summary>The access tokens of the user whom this scope serves: a request or a circuit.</summary>
internal sealed class CurrentSessionTokens(
    IHttpContextAccessor http, AuthenticationStateProvider authentication, SessionTokens tokens, SpaceIndexes spaces)
    : IAccessTokenSource
{
    public async ValueTask<string?> GetAsync(CancellationToken cancellationToken) =>
        await FindAsync() is ({ } id, var request)
            ? await new SpacesAccessTokens(tokens, id, request).GetAsync(cancellationToken)
            : null;

    public async ValueTask<string?> RefreshAsync(string rejected, CancellationToken cancellationToken)
    {
        if (await FindAsync() is not ({ } id, var request))
            return null;
        var newer = await new SpacesAccessTokens(tokens, id, request).RefreshAsync(rejected, cancellationToken);
        if (newer is null)
            spaces.Invalidate(id.Value);
        return newer;
    }

    // A circuit outlives the request that started it, so it counts only by the session's id.
    private async ValueTask<(SessionId? Id, HttpContext? Request)> FindAsync()
    {
        if (http.HttpContext is { WebSockets.IsWebSocketRequest: false } context && context.GetSession() is { } session)
            return (session.Id, context);
        var state = await authentication.GetAuthenticationStateAsync();
        return state.User.TryGetSessionId(out var id) ? (id, null) : (null, null);
    }
}

/// <summary>The access tokens of a session by its id, for background work.</summary>
internal sealed class BackgroundSessionTokens(SessionTokens tokens) : IBackgroundTokens
{
    public IAccessTokenSource TokensOf(string sid) =>
        new SpacesAccessTokens(tokens, SessionId.TryParse(sid, out var id) ? id : default, request: null);
}
