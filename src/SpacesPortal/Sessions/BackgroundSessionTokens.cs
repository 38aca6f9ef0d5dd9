namespace SpacesPortal.Sessions;

/// <summary>Tokens by session for work in the background, which has neither request nor circuit.</summary>
internal sealed class BackgroundSessionTokens(SessionTokens tokens) : IBackgroundTokens
{
    public IAccessTokenSource TokensOf(string sid) => new Source(tokens, SessionId.TryParse(sid, out var id) ? id : default);

    private sealed class Source(SessionTokens tokens, SessionId id) : IAccessTokenSource
    {
        public async ValueTask<string?> GetAsync(CancellationToken cancellationToken) =>
            (await tokens.GetAsync(id, request: null, cancellationToken))?.Reveal();

        public async ValueTask<string?> RefreshAsync(string rejected, CancellationToken cancellationToken) =>
            AccessToken.TryParse(rejected, out var token)
                ? Renewal.TokenOf(await tokens.RefreshAsync(id, request: null, token, cancellationToken))
                : null;
    }
}
