namespace AvayaCloud.Sandbox.Identity;

/// <summary>
/// A user name and password for tokens: <c>scope</c>, <c>username</c>, <c>password</c> beside the client's own [repo SDK, wire 2.5].
/// </summary>
internal sealed class PasswordGrant(Accounts accounts, TokenVault vault, SandboxClient client) : IGrantType
{
    public string Name => "password";

    public TokenResponse Answer(IFormCollection form, ClientCredentials credentials)
    {
        if (form["username"].ToString() is not { Length: > 0 } username)
            return TokenResponse.InvalidRequest("The parameter username is missing.");
        if (form["password"].ToString() is not { Length: > 0 } password)
            return TokenResponse.InvalidRequest("The parameter password is missing.");
        // Nothing but the secret says who asks [guess: DOP].
        if (credentials.IsPublic)
            return new TokenResponse.Refused("invalid_client");
        if (Scope.Parse(form["scope"]) is not { } scopes)
            return new TokenResponse.Refused("invalid_scope");
        if (accounts.Check(username, password) is not { } person)
            return TokenResponse.InvalidGrant;
        var grant = new Grant(person, client.ClientId, scopes, offline: true, isPublic: false);
        return new TokenResponse.Issued(grant, vault.Issue(grant));
    }
}
