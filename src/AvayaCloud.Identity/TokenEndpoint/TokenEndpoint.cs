using System.Net;

namespace AvayaCloud.Identity;

/// <summary>Exchanges a code or a refresh token for tokens, and revokes. Client credentials go in the body (wire 2.5).</summary>
internal sealed class TokenEndpoint(ProviderBackchannel backchannel, IOptionsMonitor<AvayaCloudOptions> options)
{
    private AvayaCloudOptions Client => options.Get(AvayaCloudDefaults.AuthenticationScheme);

    public Task<TokenResponse> ExchangeCodeAsync(string code, string redirectUri, string? verifier, CancellationToken cancellationToken)
    {
        var form = CreateForm(OpenIdConnectGrantTypes.AuthorizationCode);
        form[OpenIdConnectParameterNames.RedirectUri] = redirectUri;
        form[OpenIdConnectParameterNames.Code] = code;
        if (verifier is not null)
            form["code_verifier"] = verifier; // RFC 7636 section 4.5
        return RequestAsync(form, cancellationToken);
    }

    public Task<TokenResponse> RefreshAsync(RefreshToken token, CancellationToken cancellationToken)
    {
        var form = CreateForm(OpenIdConnectGrantTypes.RefreshToken);
        form[OpenIdConnectParameterNames.RefreshToken] = token.Reveal();
        return RequestAsync(form, cancellationToken);
    }

    /// <summary>RFC 7009 section 2. Without the secret: wire 2.8.</summary>
    public async Task<RevocationResponse> RevokeAsync(RefreshToken token, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Client.RevocationEndpoint)
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                [OpenIdConnectParameterNames.ClientId] = Client.ClientId,
                [OpenIdConnectParameterNames.RefreshToken] = token.Reveal(),
                // The reference page names it, Avaya's own sample omits it (wire 2.8). Only its absence could be an error, so it is sent.
                [OpenIdConnectParameterNames.GrantType] = "revoke_token",
            }),
        };
        // Section 2.2.1: 503 asks for another attempt, and so does every response that is unclear.
        return await backchannel.SendAsync(request, cancellationToken) switch
        {
            { IsSuccess: true } => RevocationResponse.Revoked,
            { Status: HttpStatusCode.BadRequest or HttpStatusCode.NotFound or HttpStatusCode.Gone } => RevocationResponse.Refused,
            _ => RevocationResponse.Unavailable,
        };
    }

    private Dictionary<string, string> CreateForm(string grantType)
    {
        var form = new Dictionary<string, string>
        {
            [OpenIdConnectParameterNames.GrantType] = grantType,
            [OpenIdConnectParameterNames.ClientId] = Client.ClientId,
        };
        if (Client.ClientSecret is { Length: > 0 } secret)
            form[OpenIdConnectParameterNames.ClientSecret] = secret;
        return form;
    }

    private async Task<TokenResponse> RequestAsync(Dictionary<string, string> form, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Client.TokenEndpoint) { Content = new FormUrlEncodedContent(form) };
        return TokenResponseParser.Parse(await backchannel.SendAsync(request, cancellationToken));
    }
}

/// <summary>A response of the token endpoint.</summary>
internal abstract record TokenResponse
{
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
}

/// <summary>A response of the revocation endpoint.</summary>
internal enum RevocationResponse
{
    /// <summary>The token is revoked, or was invalid before (RFC 7009 section 2.2).</summary>
    Revoked,

    /// <summary>An error that another attempt would not change.</summary>
    Refused,

    /// <summary>No response, or an unclear one.</summary>
    Unavailable,
}
