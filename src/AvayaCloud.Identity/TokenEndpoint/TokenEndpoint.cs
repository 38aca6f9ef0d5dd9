using System.Net;
using Microsoft.AspNetCore.Authentication.OAuth;

namespace AvayaCloud.Identity;

/// <summary>Exchanges a code or a refresh token for tokens, and revokes. Client credentials go in the body (wire 2.5).</summary>
internal sealed class TokenEndpoint(ProviderBackchannel backchannel, IOptionsMonitor<AvayaCloudOptions> options)
{
    private AvayaCloudOptions Client => options.Get(AvayaCloudDefaults.AuthenticationScheme);

    public Task<TokenResponse> ExchangeCodeAsync(string code, string redirectUri, string? verifier, CancellationToken cancellationToken)
    {
        var message = new OpenIdConnectMessage
        {
            GrantType = OpenIdConnectGrantTypes.AuthorizationCode,
            RedirectUri = redirectUri,
            Code = code,
        };
        message.SetParameter(OAuthConstants.CodeVerifierKey, verifier); // RFC 7636 section 4.5
        return RequestTokensAsync(message, cancellationToken);
    }

    public Task<TokenResponse> RefreshAsync(RefreshToken token, CancellationToken cancellationToken)
    {
        var message = new OpenIdConnectMessage { GrantType = OpenIdConnectGrantTypes.RefreshToken, RefreshToken = token.Reveal() };
        return RequestTokensAsync(message, cancellationToken);
    }

    /// <summary>RFC 7009 section 2. Without the secret: wire 2.8.</summary>
    public async Task<RevocationResponse> RevokeAsync(RefreshToken token, CancellationToken cancellationToken)
    {
        // The reference page names grant_type, Avaya's own sample omits it (wire 2.8). Only its absence could be an error, so it is sent.
        var message = new OpenIdConnectMessage { GrantType = "revoke_token", RefreshToken = token.Reveal() };
        // Section 2.2.1: 503 asks for another attempt, and so does every response that is unclear.
        return await SendAsync(Client.RevocationEndpoint, message, cancellationToken) switch
        {
            { IsSuccess: true } => RevocationResponse.Revoked,
            { Status: HttpStatusCode.BadRequest or HttpStatusCode.NotFound or HttpStatusCode.Gone } => RevocationResponse.Refused,
            _ => RevocationResponse.Unavailable,
        };
    }

    private async Task<TokenResponse> RequestTokensAsync(OpenIdConnectMessage message, CancellationToken cancellationToken)
    {
        if (Client.ClientSecret is { Length: > 0 } secret)
            message.ClientSecret = secret;
        return TokenResponse.Parse(await SendAsync(Client.TokenEndpoint, message, cancellationToken));
    }

    private async Task<ProviderResponse> SendAsync(string address, OpenIdConnectMessage message, CancellationToken cancellationToken)
    {
        message.ClientId = Client.ClientId;
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(message.Parameters) };
        return await backchannel.SendAsync(request, cancellationToken);
    }
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
