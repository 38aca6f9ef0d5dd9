using System.Collections.Frozen;
using System.Net;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace AvayaCloud.Identity;

/// <summary>
/// Reads the token endpoint's answer. What grants is understood wherever it can be, because the code or refresh token is spent by then:
/// any 2xx status, any content type, a lifetime in any spelling of a number.
/// </summary>
internal static class TokenResponseParser
{
    private static readonly FrozenSet<string> KnownErrors = FrozenSet.Create(
        StringComparer.Ordinal,
        "invalid_request", "invalid_client", "invalid_grant", "unauthorized_client", "unsupported_grant_type", "invalid_scope",
        "bad_refresh_token");

    public static TokenResponse Read(ProviderResponse answer) => answer switch
    {
        { Status: null } => new TokenResponse.Unavailable(answer.Failure),
        { Body: { ValueKind: JsonValueKind.Object } json } when MayRefuse(answer, json) && json.Text("error") is { Length: > 0 } error =>
            Refusal(error),
        { Body: { ValueKind: JsonValueKind.Object } json, IsSuccess: true } => ReadGrant(json),
        { IsSuccess: true } => new TokenResponse.Unavailable($"the answer was not the JSON object of a grant ({answer})"),
        _ => new TokenResponse.Unavailable(answer.ToString(), answer.RetryAt),
    };

    // 5xx and 429 never end a session, whatever their body says. Some providers refuse under a 2xx status: then there is no token beside
    // the error.
    private static bool MayRefuse(ProviderResponse answer, JsonElement json) =>
        answer.Status is HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden
        || (answer.IsSuccess && !json.TryGetProperty(OpenIdConnectParameterNames.AccessToken, out _));

    // The text is the provider's and could hold anything: only codes that are known are repeated.
    private static TokenResponse Refusal(string error) => error switch
    {
        "server_error" or "temporarily_unavailable" => new TokenResponse.Unavailable(error),
        _ => new TokenResponse.Refused(KnownErrors.Contains(error) ? error : "unknown_error"),
    };

    private static TokenResponse ReadGrant(JsonElement json)
    {
        var accessText = json.Text(OpenIdConnectParameterNames.AccessToken);
        var refreshText = json.Text(OpenIdConnectParameterNames.RefreshToken);
        RefreshToken? refresh = RefreshToken.TryParse(refreshText, out var parsed) ? parsed : null;

        if (TokenText.AreTooLong(accessText, refreshText))
            return Unusable($"the tokens were too long, over {TokenText.MaxLength} characters", refresh);
        if (!AccessToken.TryParse(accessText, out var access))
            return Unusable("the answer had no usable access token", refresh);
        if (json.Has(OpenIdConnectParameterNames.TokenType)
            && !string.Equals(json.Text(OpenIdConnectParameterNames.TokenType), "bearer", StringComparison.OrdinalIgnoreCase))
        {
            return Unusable("the answer had a token type other than Bearer", refresh);
        }

        if (!TokenLifetime.TryRead(json, out var lifetime))
            return Unusable("the answer had an impossible expires_in", refresh);
        if (refresh is null && json.Has(OpenIdConnectParameterNames.RefreshToken))
            return new TokenResponse.Unavailable("the answer had an unusable refresh token");

        var idToken = json.Text(OpenIdConnectParameterNames.IdToken);
        var subject = IdTokenReader.Subject(idToken);
        var grant = Grant.Of(json.Text(OpenIdConnectParameterNames.Scope), subject);
        return new TokenResponse.Granted(access, refresh, lifetime, idToken, subject, grant);
    }

    private static TokenResponse.Unavailable Unusable(string reason, RefreshToken? refresh) => new(reason) { Successor = refresh };
}
