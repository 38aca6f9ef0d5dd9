using Microsoft.AspNetCore.Authentication.OAuth;

namespace AvayaCloud.Identity;

/// <summary>The handler's options, taken from <see cref="AvayaCloudSettings"/>. <c>Configure</c> overrides them, as with any OAuth
/// handler.</summary>
public sealed class AvayaCloudOptions : OAuthOptions
{
    /// <summary>Defaults for every environment.</summary>
    public AvayaCloudOptions()
    {
        CallbackPath = AvayaCloudDefaults.CallbackPath;
        SignInScheme = AvayaCloudDefaults.SessionScheme;
        UsePkce = true;
        // The callback is a top-level GET from another site, to which Lax sends the cookie (RFC 6265bis section 5.6.7).
        CorrelationCookie.SameSite = SameSiteMode.Lax;
        CorrelationCookie.HttpOnly = true;
        // Every challenge must see it to drop the oldest, and the __Host- prefix requires it (RFC 6265bis section 4.1.3.2).
        CorrelationCookie.Path = "/";
    }

    /// <summary>The PKCE method.</summary>
    public PkceMethod Pkce { get; set; }

    /// <summary>The tokeninfo endpoint, which names the user of an id_token.</summary>
    public string TokenInfoEndpoint { get; set; } = "";

    /// <summary>The revocation endpoint (RFC 7009).</summary>
    public string RevocationEndpoint { get; set; } = "";

    /// <summary>The registered redirect_uri. Null takes scheme and host from the request, which only Development allows.</summary>
    public string? RedirectUri { get; set; }

    /// <summary>Compared with the callback's <c>iss</c>, if both are present (RFC 9207 section 2.4).</summary>
    public string? Issuer { get; set; }

    /// <summary>The page for a failed sign-in; <c>cause</c> and <c>returnUrl</c> are appended.</summary>
    public string ProblemPath { get; set; } = "/signin-problem";

    /// <summary>The page that explains to a user that the session has ended; <c>returnUrl</c> is appended.</summary>
    public string SessionEndedPath { get; set; } = "/session-ended";

    /// <summary>The base class requires a secret, which a public client with PKCE does not have (RFC 6749 section 2.1, RFC 7636).</summary>
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
