using Microsoft.AspNetCore.WebUtilities;

namespace AvayaCloud.Sandbox.Identity;

/// <summary>Where a consent leads: back with a code, or with the token itself in the fragment [wire 2.10].</summary>
internal sealed class Decision(CodeStore codes, TokenVault vault, SandboxOptions options)
{
    public string Accepted(AuthorizationRequest request, Person person) =>
        request.IsImplicit ? Fragment(request, Token(request, person)) : request.Callback("code", codes.Issue(request, person));

    /// <summary>RFC 6749 §4.2.2.1: in the fragment where the token would have been.</summary>
    public static string Denied(AuthorizationRequest request) =>
        request.IsImplicit ? Fragment(request, new() { ["error"] = "access_denied" }) : request.Callback("error", "access_denied");

    // The names are RFC 6749 §4.2.2's, token_type for good measure; no refresh token [guess, wire 2.10].
    private Dictionary<string, string?> Token(AuthorizationRequest request, Person person)
    {
        var grant = new Grant(person, request.ClientId, request.Scopes, offline: false, isPublic: true);
        return new()
        {
            ["access_token"] = vault.Issue(grant).AccessToken,
            ["token_type"] = "Bearer",
            ["expires_in"] = ((int)options.AccessTokenLifetime.TotalSeconds - 1).ToString(CultureInfo.InvariantCulture),
            ["scope"] = string.Join(' ', request.Scopes.Select(scope => scope.Url)),
        };
    }

    private static string Fragment(AuthorizationRequest request, Dictionary<string, string?> members)
    {
        if (request.State is { } state)
            members["state"] = state;
        return request.RedirectUri + "#" + QueryHelpers.AddQueryString("", members)[1..];
    }
}
