using System.Collections.Frozen;
using System.Net;
using System.Text.Json;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace AvayaCloud.Identity;

/// <summary>Reads the token endpoint's answer strictly, but for what this provider is known to leave out: <c>token_type</c> (wire 2.5).</summary>
internal static class TokenAnswerReader
{
    // RFC 6749 section 5.1 recommends expires_in; [seed 1] says an hour.
    private static readonly TimeSpan UsualLifetime = TimeSpan.FromHours(1);
    private static readonly TimeSpan LongestLifetime = TimeSpan.FromDays(366);

    private static readonly FrozenSet<string> KnownErrors = FrozenSet.Create(
        StringComparer.Ordinal,
        "invalid_request", "invalid_client", "invalid_grant", "unauthorized_client", "unsupported_grant_type", "invalid_scope");

    public static TokenAnswer Read(HttpStatusCode status, JsonElement? body, DateTimeOffset? retryAt) => body switch
    {
        { ValueKind: JsonValueKind.Object } json when status == HttpStatusCode.OK => ReadGrant(json),
        { ValueKind: JsonValueKind.Object } json when IsRefusal(status) && json.Text("error") is { } error => new TokenAnswer.Refused(ErrorCode(error)),
        _ when status == HttpStatusCode.OK => new TokenAnswer.Unavailable("the answer was not the JSON object of a grant"),
        _ => new TokenAnswer.Unavailable($"status {(int)status}", retryAt),
    };

    // 5xx and 429 never end a session, whatever their body says (design: only invalid_grant does).
    private static bool IsRefusal(HttpStatusCode status) => status is HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden;

    private static TokenAnswer ReadGrant(JsonElement json)
    {
        if (!AccessToken.TryParse(json.Text(OpenIdConnectParameterNames.AccessToken), out var access))
            return new TokenAnswer.Unavailable("the answer had no usable access token");
        if (json.TryGetProperty(OpenIdConnectParameterNames.TokenType, out _)
            && !string.Equals(json.Text(OpenIdConnectParameterNames.TokenType), "bearer", StringComparison.OrdinalIgnoreCase))
        {
            return new TokenAnswer.Unavailable("the answer had a token type other than Bearer");
        }

        if (!TryReadLifetime(json, out var lifetime))
            return new TokenAnswer.Unavailable("the answer had an impossible expires_in");

        RefreshToken? refresh = null;
        if (json.TryGetProperty(OpenIdConnectParameterNames.RefreshToken, out var refreshJson) && refreshJson.ValueKind != JsonValueKind.Null)
        {
            if (!RefreshToken.TryParse(json.Text(OpenIdConnectParameterNames.RefreshToken), out var parsed))
                return new TokenAnswer.Unavailable("the answer had an unusable refresh token");
            refresh = parsed;
        }

        var idToken = json.Text(OpenIdConnectParameterNames.IdToken);
        var subject = IdTokenReader.Subject(idToken);
        return new TokenAnswer.Granted(access, refresh, lifetime, idToken, subject, GrantTerms.Of(json.Text(OpenIdConnectParameterNames.Scope), subject));
    }

    private static bool TryReadLifetime(JsonElement json, out TimeSpan lifetime)
    {
        lifetime = UsualLifetime;
        if (!json.TryGetProperty(OpenIdConnectParameterNames.ExpiresIn, out var value))
            return true;
        if (value.ValueKind != JsonValueKind.Number || !value.TryGetInt64(out var seconds) || seconds <= 0 || seconds > LongestLifetime.TotalSeconds)
            return false;
        lifetime = TimeSpan.FromSeconds(seconds);
        return true;
    }

    // The text is the provider's and could hold anything: only the codes of RFC 6749 section 5.2 are repeated.
    private static string ErrorCode(string error) => KnownErrors.Contains(error) ? error : "unknown_error";
}
