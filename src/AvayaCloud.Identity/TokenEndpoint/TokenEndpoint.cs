using System.Net;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace AvayaCloud.Identity;

/// <summary>Buys tokens with a code or a refresh token, and gives them back. Client credentials go in the body (wire 2.5).</summary>
internal sealed class TokenEndpoint(ProviderBackchannel backchannel, IOptionsMonitor<AvayaCloudOptions> options)
{
    private AvayaCloudOptions Client => options.Get(AvayaCloudDefaults.AuthenticationScheme);

    public Task<TokenResponse> ExchangeCodeAsync(string code, string redirectUri, string? verifier, CancellationToken cancellationToken)
    {
        var form = Credentials();
        form[OpenIdConnectParameterNames.GrantType] = OpenIdConnectGrantTypes.AuthorizationCode;
        form[OpenIdConnectParameterNames.RedirectUri] = redirectUri;
        form[OpenIdConnectParameterNames.Code] = code;
        if (verifier is not null)
            form["code_verifier"] = verifier; // RFC 7636 section 4.5
        return RequestAsync(form, cancellationToken);
    }

    public Task<TokenResponse> RefreshAsync(RefreshToken token, CancellationToken cancellationToken)
    {
        var form = Credentials();
        form[OpenIdConnectParameterNames.GrantType] = OpenIdConnectGrantTypes.RefreshToken;
        form[OpenIdConnectParameterNames.RefreshToken] = token.Reveal();
        return RequestAsync(form, cancellationToken);
    }

    /// <summary>RFC 7009 section 2. No secret: wire 2.8.</summary>
    public async Task<RevocationResponse> RevokeAsync(RefreshToken token, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Client.RevocationEndpoint)
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                [OpenIdConnectParameterNames.ClientId] = Client.ClientId,
                [OpenIdConnectParameterNames.RefreshToken] = token.Reveal(),
                // Named by the reference page, omitted by Avaya's own sample (wire 2.8): sent, because only its lack could be an error.
                [OpenIdConnectParameterNames.GrantType] = "revoke_token",
            }),
        };
        return Read(await backchannel.SendAsync(request, cancellationToken));
    }

    // Section 2.2.1: 503 asks for another attempt, and so does whatever is no clear answer; an error of ours is none that time mends.
    private static RevocationResponse Read(ProviderResponse answer) => answer switch
    {
        { IsSuccess: true } => RevocationResponse.Taken,
        { Status: HttpStatusCode.BadRequest or HttpStatusCode.NotFound or HttpStatusCode.Gone } => RevocationResponse.Refused,
        _ => RevocationResponse.Unavailable,
    };

    private Dictionary<string, string> Credentials()
    {
        var form = new Dictionary<string, string> { [OpenIdConnectParameterNames.ClientId] = Client.ClientId };
        if (Client.ClientSecret is { Length: > 0 } secret)
            form[OpenIdConnectParameterNames.ClientSecret] = secret;
        return form;
    }

    private async Task<TokenResponse> RequestAsync(Dictionary<string, string> form, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Client.TokenEndpoint) { Content = new FormUrlEncodedContent(form) };
        return TokenResponseParser.Read(await backchannel.SendAsync(request, cancellationToken));
    }
}

/// <summary>What the revocation endpoint said.</summary>
internal enum RevocationResponse
{
    /// <summary>The token is dead, or was none (RFC 7009 section 2.2).</summary>
    Taken,

    /// <summary>A clear no: asking again changes nothing.</summary>
    Refused,

    /// <summary>No answer, or none that can be believed.</summary>
    Unavailable,
}
