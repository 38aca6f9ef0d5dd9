namespace AvayaCloud.Sandbox.Identity;

/// <summary>One value of <c>grant_type</c>.</summary>
internal interface IGrantType
{
    string Name { get; }

    TokenResponse Answer(IFormCollection form, ClientCredentials client);
}

/// <summary>A code for tokens [seed 1].</summary>
internal sealed class CodeGrant(CodeStore codes, TokenVault vault) : IGrantType
{
    public string Name => "authorization_code";

    public TokenResponse Answer(IFormCollection form, ClientCredentials client)
    {
        if (form["code"].ToString() is not { Length: > 0 } value)
            return TokenResponse.InvalidRequest("The parameter code is missing.");
        if (codes.Find(value) is not { } code || codes.IsExpired(code) || code.Request.RedirectUri != form["redirect_uri"])
            return TokenResponse.InvalidGrant;
        if (!PkceHolds(code.Request.Pkce, form["code_verifier"]))
            return TokenResponse.InvalidGrant;
        // Without a secret only PKCE binds the code to who asked for it [guess].
        if (client.IsPublic && code.Request.Pkce is null)
            return new TokenResponse.Refused("invalid_client");

        var grant = new Grant(code.Person, code.Request.ClientId, code.Request.Scopes, code.Request.Offline, client.IsPublic);
        return code.TrySpend(() => grant)
            ? new TokenResponse.Issued(grant, vault.Issue(grant))
            : new TokenResponse.Refused("invalid_grant", Outcome: "code reuse");
    }

    // RFC 9700 §2.1.1: a verifier for a code that had no challenge is a downgrade, not a courtesy.
    private static bool PkceHolds(Pkce? pkce, string? verifier) => pkce?.Holds(verifier) ?? string.IsNullOrEmpty(verifier);
}

/// <summary>A refresh token for a new pair; <c>redirect_uri</c> may come along and means nothing [wire 2.5].</summary>
internal sealed class RefreshGrant(TokenVault vault) : IGrantType
{
    public string Name => "refresh_token";

    public TokenResponse Answer(IFormCollection form, ClientCredentials client)
    {
        if (form["refresh_token"].ToString() is not { Length: > 0 } value)
            return TokenResponse.InvalidRequest("The parameter refresh_token is missing.");
        if (vault.GrantOfRefresh(value) is { } known && IsWider(form["scope"], known))
            return TokenResponse.InvalidGrant;
        return vault.Rotate(value, grant => grant.IsPublic || !client.IsPublic) switch
        {
            Rotation.Done done => new TokenResponse.Issued(done.Grant, done.Tokens),
            Rotation.Reused => new TokenResponse.Refused("invalid_grant", Outcome: SandboxCall.Reuse),
            _ => TokenResponse.InvalidGrant,
        };
    }

    private static bool IsWider(string? scope, Grant grant) =>
        !string.IsNullOrEmpty(scope) && !(Scope.Parse(scope) is { } asked && asked.All(grant.Scopes.Contains));
}
