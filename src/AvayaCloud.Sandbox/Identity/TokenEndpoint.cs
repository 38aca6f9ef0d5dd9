namespace AvayaCloud.Sandbox.Identity;

/// <summary>Exchanges a code, a refresh token or a password for tokens [wire 2.5].</summary>
internal sealed class TokenEndpoint(TokenVault vault, Accounts accounts, SandboxClient client)
{
    private static readonly string[] Parameters =
    [
        "grant_type", "client_id", "client_secret", "code", "redirect_uri", "code_verifier", "refresh_token", "scope", "username",
        "password",
    ];

    public async Task<IResult> HandleAsync(HttpContext context)
    {
        if (!HttpMethods.IsPost(context.Request.Method))
            return OAuthError.InvalidRequest("Only POST is allowed.");
        if (await context.TryReadFormAsync() is not { } form)
            return OAuthError.InvalidRequest("The body is not a form.");
        // RFC 6749 §3.2: no parameter may be repeated.
        if (Parameters.FirstOrDefault(name => form[name].Count > 1) is { } repeated)
            return OAuthError.RepeatedParameter(repeated);
        if (form.GetSingle("grant_type") is not { } grantType)
            return OAuthError.MissingParameter("grant_type");
        if (!ClientAuthentication.TryAuthenticate(context.Request, form, client, out var isPublicClient))
            return OAuthError.InvalidClient;

        return grantType switch
        {
            "authorization_code" => RedeemCode(form, isPublicClient),
            "refresh_token" => Refresh(form, isPublicClient),
            "password" => SignIn(form, isPublicClient),
            _ => new OAuthError("unsupported_grant_type"),
        };
    }

    /// <summary>RFC 6749 §4.1.3 [seed 1].</summary>
    private IResult RedeemCode(IFormCollection form, bool isPublicClient)
    {
        if (form.GetSingle("code") is not { } value)
            return OAuthError.MissingParameter("code");
        if (vault.FindCode(value) is not { } code || code.Request.RedirectUri != form["redirect_uri"])
            return OAuthError.InvalidGrant;
        if (!IsVerified(code.Request.Pkce, form["code_verifier"]))
            return OAuthError.InvalidGrant;
        // Without a secret, only PKCE binds the code to the client that requested it [guess].
        if (isPublicClient && code.Request.Pkce is null)
            return OAuthError.InvalidClient;

        return vault.RedeemCode(code, isPublicClient) is { } tokens
            ? new TokenResponse(tokens)
            : OAuthError.InvalidGrant with { Outcome = "code reuse" };
    }

    /// <summary>RFC 6749 §6. A <c>redirect_uri</c> may be sent and is ignored [wire 2.5].</summary>
    private IResult Refresh(IFormCollection form, bool isPublicClient)
    {
        if (form.GetSingle("refresh_token") is not { } refreshToken)
            return OAuthError.MissingParameter("refresh_token");
        if (vault.FindByRefreshToken(refreshToken) is { } grant && !IsWithin(grant, form["scope"]))
            return OAuthError.InvalidGrant;

        if (vault.RefreshTokens(refreshToken, isPublicClient, out var isReuse) is { } tokens)
            return new TokenResponse(tokens);
        return isReuse ? OAuthError.InvalidGrant with { Outcome = LoggedRequest.Reuse } : OAuthError.InvalidGrant;
    }

    /// <summary>RFC 6749 §4.3, with <c>scope</c>, <c>username</c> and <c>password</c> [repo SDK, wire 2.5].</summary>
    private IResult SignIn(IFormCollection form, bool isPublicClient)
    {
        if (form.GetSingle("username") is not { } username)
            return OAuthError.MissingParameter("username");
        if (form.GetSingle("password") is not { } password)
            return OAuthError.MissingParameter("password");
        // Only the secret authenticates the client here [guess: DOP].
        if (isPublicClient)
            return OAuthError.InvalidClient;
        if (!Scope.TryParse(form["scope"], out var scopes))
            return OAuthError.InvalidScope;
        return accounts.Authenticate(username, password) is { } user
            ? new TokenResponse(vault.IssueTokens(new Grant { User = user, Scopes = scopes, IsOffline = true }))
            : OAuthError.InvalidGrant;
    }

    // RFC 9700 §2.1.1: a verifier for a code without a challenge is a downgrade attack.
    private static bool IsVerified(Pkce? pkce, string? verifier) => pkce?.Verify(verifier) ?? string.IsNullOrEmpty(verifier);

    // RFC 6749 §6: a refresh may not widen the scope.
    private static bool IsWithin(Grant grant, string? scope) =>
        string.IsNullOrEmpty(scope) || (Scope.TryParse(scope, out var requested) && requested.All(grant.Scopes.Contains));
}
