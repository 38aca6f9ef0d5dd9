namespace AvayaCloud.Sandbox.Identity;

/// <summary>A user name and password for tokens: <c>scope</c>, <c>username</c>, <c>password</c> beside the client's own [repo SDK, wire 2.5].</summary>
internal sealed class PasswordGrant(Accounts accounts, TokenVault vault, SandboxClient client) : IGrantType
{
    public string Name => "password";

    public TokenAnswer Answer(IFormCollection form, ClientCredentials credentials)
    {
        if (form["username"].ToString() is not { Length: > 0 } username)
            return TokenAnswer.InvalidRequest("The parameter username is missing.");
        if (form["password"].ToString() is not { Length: > 0 } password)
            return TokenAnswer.InvalidRequest("The parameter password is missing.");
        // Nothing but the secret says who asks [guess: DOP].
        if (credentials.IsPublic)
            return new TokenAnswer.Refused("invalid_client");
        if (Scope.Parse(form["scope"]) is not { } scopes)
            return new TokenAnswer.Refused("invalid_scope");
        if (accounts.Check(username, password) is not { } person)
            return TokenAnswer.InvalidGrant;
        var grant = new Grant(person, client.ClientId, scopes, offline: true, isPublic: false);
        return new TokenAnswer.Issued(grant, vault.Issue(grant));
    }
}
