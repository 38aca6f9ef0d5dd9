using System.Globalization;
using System.Net;

namespace AvayaCloud.Identity;

/// <summary>A response of the token endpoint.</summary>
internal abstract record TokenResponse
{
    // RFC 6749 section 5.1 recommends expires_in; [seed 1] says an hour.
    private static readonly TimeSpan DefaultLifetime = TimeSpan.FromHours(1);
    private static readonly TimeSpan MaxLifetime = TimeSpan.FromDays(366);

    /// <summary>Tokens. The id_token's subject is for comparison only: it is signed with a key that no client has (wire 2.6).</summary>
    public sealed record Granted(
        AccessToken Access, RefreshToken? Refresh, TimeSpan Lifetime, string? IdToken, string? IdTokenSubject, Grant Grant) : TokenResponse
    {
        public override string ToString() => nameof(Granted);
    }

    /// <summary>An error code of RFC 6749 section 5.2. Another attempt would not help.</summary>
    public sealed record Refused(string Error) : TokenResponse
    {
        /// <summary>The code or refresh token is refused, not the client or the request. The second name is outside the RFC.</summary>
        public bool IsInvalidGrant => Error is "invalid_grant" or "bad_refresh_token";
    }

    /// <summary>No usable response. The code or refresh token may have been consumed.</summary>
    /// <param name="Reason">For the log.</param>
    /// <param name="RetryAt">From Retry-After.</param>
    /// <param name="Successor">The refresh token of a response without a usable access token: the old one is consumed by then.</param>
    public sealed record Unavailable(string Reason, DateTimeOffset? RetryAt = null, RefreshToken? Successor = null) : TokenResponse;

    /// <summary>Lenient, because a code or refresh token is consumed by then: accepts any 2xx status, any content type and any spelling of
    /// the lifetime.</summary>
    public static TokenResponse Parse(ProviderResponse response)
    {
        if (response.Status is null)
            return new Unavailable(response.Failure);
        if (response.Body is { ValueKind: JsonValueKind.Object } json)
        {
            if (MayRefuse(response, json) && json.FindString(OpenIdConnectParameterNames.Error) is { Length: > 0 } error)
                return ParseError(error);
            if (response.IsSuccess)
                return ParseGrant(json);
        }

        return response.IsSuccess
            ? new Unavailable($"the response was not the JSON object of a grant ({response})")
            : new Unavailable(response.ToString(), response.RetryAt);
    }

    // 5xx and 429 never end a session, whatever their body says. Some providers refuse with a 2xx status and no token.
    private static bool MayRefuse(ProviderResponse response, JsonElement json) =>
        response.Status is HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden
        || (response.IsSuccess && !json.TryGetProperty(OpenIdConnectParameterNames.AccessToken, out _));

    // The text comes from the provider and could hold anything, so only known codes are logged.
    private static TokenResponse ParseError(string error) => error switch
    {
        "server_error" or "temporarily_unavailable" => new Unavailable(error),
        "invalid_request" or "invalid_client" or "invalid_grant" or "bad_refresh_token" or "unauthorized_client"
            or "unsupported_grant_type" or "invalid_scope" => new Refused(error),
        _ => new Refused("unknown_error"),
    };

    private static TokenResponse ParseGrant(JsonElement json)
    {
        var accessText = json.FindString(OpenIdConnectParameterNames.AccessToken);
        var refreshText = json.FindString(OpenIdConnectParameterNames.RefreshToken);
        RefreshToken? refresh = RefreshToken.TryParse(refreshText, out var parsed) ? parsed : null;

        if ((accessText?.Length ?? 0) + (refreshText?.Length ?? 0) > TokenSyntax.MaxLength)
            return Unusable($"the tokens were too long, over {TokenSyntax.MaxLength} characters", refresh);
        if (!AccessToken.TryParse(accessText, out var access))
            return Unusable("the response had no usable access token", refresh);
        if (json.HasValue(OpenIdConnectParameterNames.TokenType)
            && !string.Equals(json.FindString(OpenIdConnectParameterNames.TokenType), "bearer", StringComparison.OrdinalIgnoreCase))
        {
            return Unusable("the response had a token type other than Bearer", refresh);
        }

        if (!TryParseLifetime(json, out var lifetime))
            return Unusable("the response had an impossible expires_in", refresh);
        if (refresh is null && json.HasValue(OpenIdConnectParameterNames.RefreshToken))
            return Unusable("the response had an unusable refresh token", refresh: null);

        var idToken = json.FindString(OpenIdConnectParameterNames.IdToken);
        var subject = FindSubject(idToken);
        var grant = Grant.Of(json.FindString(OpenIdConnectParameterNames.Scope), subject);
        return new Granted(access, refresh, lifetime, idToken, subject, grant);
    }

    private static Unavailable Unusable(string reason, RefreshToken? refresh) => new(reason, Successor: refresh);

    // Providers write a whole number, a fraction, an exponent, or any of these in quotes.
    private static bool TryParseLifetime(JsonElement json, out TimeSpan lifetime)
    {
        lifetime = DefaultLifetime;
        if (!json.HasValue(OpenIdConnectParameterNames.ExpiresIn))
            return true;
        var value = json.GetProperty(OpenIdConnectParameterNames.ExpiresIn);
        var text = value.ValueKind == JsonValueKind.Number ? value.GetRawText() : json.FindString(OpenIdConnectParameterNames.ExpiresIn);
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds))
            return false;
        if (!(seconds >= 1 && seconds <= MaxLifetime.TotalSeconds))
            return false;
        lifetime = TimeSpan.FromSeconds(Math.Floor(seconds));
        return true;
    }

    // Unverified, for comparison only: HS256 with a key that Avaya does not publish (wire 2.6).
    private static string? FindSubject(string? idToken)
    {
        if (idToken?.Split('.') is not [_, { Length: > 0 and < 8192 } payload, _])
            return null;
        try
        {
            using var json = JsonDocument.Parse(Base64Url.DecodeFromChars(payload));
            return json.RootElement.ValueKind == JsonValueKind.Object ? json.RootElement.FindString("sub") : null;
        }
        catch (Exception error) when (error is FormatException or JsonException)
        {
            return null;
        }
    }
}
