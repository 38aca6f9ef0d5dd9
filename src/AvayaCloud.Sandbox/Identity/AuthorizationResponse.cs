using Microsoft.AspNetCore.WebUtilities;

namespace AvayaCloud.Sandbox.Identity;

/// <summary>The address that the browser is sent back to: a code in the query, or the token itself in the fragment [wire 2.10]. State is
/// returned unchanged, on consent and on denial [seed 1].</summary>
internal sealed class AuthorizationResponse(TokenVault vault, SandboxOptions options)
{
    public string Accept(AuthorizationRequest request, Person user) =>
        request.IsImplicit ? InFragment(request, IssueToken(request, user)) : InQuery(request, "code", vault.CreateCode(request, user));

    /// <summary>RFC 6749 §4.2.2.1: the error is returned where the token would have been.</summary>
    public static string Deny(AuthorizationRequest request) =>
        request.IsImplicit ? InFragment(request, new() { ["error"] = "access_denied" }) : InQuery(request, "error", "access_denied");

    // The names of RFC 6749 §4.2.2 with token_type; no refresh token [guess, wire 2.10].
    private Dictionary<string, string?> IssueToken(AuthorizationRequest request, Person user)
    {
        var grant = new Grant { User = user, Scopes = request.Scopes, IsPublicClient = true };
        return new()
        {
            ["access_token"] = vault.IssueTokens(grant).Pair.AccessToken,
            ["token_type"] = "Bearer",
            ["expires_in"] = options.ExpiresIn.ToString(CultureInfo.InvariantCulture),
            ["scope"] = Scope.Format(request.Scopes),
        };
    }

    private static string InQuery(AuthorizationRequest request, string name, string value) =>
        QueryHelpers.AddQueryString(request.RedirectUri, new Dictionary<string, string?> { ["state"] = request.State, [name] = value });

    private static string InFragment(AuthorizationRequest request, Dictionary<string, string?> parameters)
    {
        parameters["state"] = request.State;
        return request.RedirectUri + "#" + QueryHelpers.AddQueryString("", parameters)[1..];
    }
}
