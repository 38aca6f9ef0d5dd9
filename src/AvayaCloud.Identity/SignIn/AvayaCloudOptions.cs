using Microsoft.AspNetCore.Authentication.OAuth;

namespace AvayaCloud.Identity;

/// <summary>
/// The handler's options, filled from <see cref="AvayaCloudSettings"/>; override through <c>Configure</c> as with any OAuth handler.
/// </summary>
public sealed class AvayaCloudOptions : OAuthOptions
{
    /// <summary>Defaults that no environment changes.</summary>
    public AvayaCloudOptions()
    {
        CallbackPath = AvayaCloudDefaults.CallbackPath;
        SignInScheme = AvayaCloudDefaults.SessionScheme;
        UsePkce = true;
        // The callback is a top-level GET from another site: Lax sends the cookie there, and nowhere else (RFC 6265bis section 5.6.7).
        CorrelationCookie.SameSite = SameSiteMode.Lax;
        CorrelationCookie.HttpOnly = true;
        // Seen by every challenge, so that the oldest can be dropped; and the __Host- prefix asks for it (RFC 6265bis section 4.1.3.2).
        CorrelationCookie.Path = "/";
    }

    /// <summary>How the code is bound to this sign-in.</summary>
    public PkceMethod Pkce { get; set; }

    /// <summary>Says whom an id_token names.</summary>
    public string TokenInfoEndpoint { get; set; } = "";

    /// <summary>RFC 7009.</summary>
    public string RevocationEndpoint { get; set; } = "";

    /// <summary>The registered redirect_uri; null takes scheme and host from the request, which only Development may.</summary>
    public string? RedirectUri { get; set; }

    /// <summary>Compared with the callback's <c>iss</c> when both are there (RFC 9207 section 2.4).</summary>
    public string? Issuer { get; set; }

    /// <summary>Where a sign-in that failed is explained; <c>cause</c> and <c>returnUrl</c> are appended.</summary>
    public string ProblemPath { get; set; } = "/signin-problem";

    /// <summary>
    /// Where somebody whose session is over is told so, instead of being sent to sign in without a word; <c>returnUrl</c> is appended.
    /// </summary>
    public string SessionEndedPath { get; set; } = "/session-ended";

    /// <summary>The base class insists on a secret; a public client with PKCE has none (RFC 6749 section 2.1, RFC 7636).</summary>
    public override void Validate()
    {
        var secret = ClientSecret;
        ClientSecret = secret is { Length: > 0 } ? secret : "absent";
        try
        {
            base.Validate();
        }
        finally
        {
            ClientSecret = secret;
        }
    }
}
