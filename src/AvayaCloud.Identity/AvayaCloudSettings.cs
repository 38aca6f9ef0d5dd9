namespace AvayaCloud.Identity;

/// <summary>What an operator sets, section <c>AvayaCloud</c>. Names are a contract: docs/operate.md.</summary>
public sealed class AvayaCloudSettings
{
    /// <summary>Which Avaya Cloud.</summary>
    public AvayaCloudEnvironment Environment { get; set; } = AvayaCloudEnvironment.Production;

    /// <summary>Replaces the environment's identity host.</summary>
    public string? IdentityUrl { get; set; }

    /// <summary>Replaces the environment's REST address (with <c>/api</c>).</summary>
    public string? SpacesUrl { get; set; }

    /// <summary>Replaces the environment's Socket.IO host.</summary>
    public string? SocketUrl { get; set; }

    /// <summary>The registered client.</summary>
    public string ClientId { get; set; } = "";

    /// <summary>Its secret; absent for a public client with PKCE.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>A file that holds the secret, for orchestrators that mount it.</summary>
    public string? ClientSecretFile { get; set; }

    /// <summary>The PKCE method of the sign-in.</summary>
    public PkceMethod Pkce { get; set; } = PkceMethod.S256;

    /// <summary>A path that the sources leave open [guess].</summary>
    public string TokenInfoPath { get; set; } = "/oauth2/tokeninfo";

    /// <summary>The revocation endpoint's path [docs D/api/accounts/accounts_revoketoken].</summary>
    public string RevocationPath { get; set; } = "/oauth2/revoke_token";

    /// <summary>The address people use. Fixes redirect_uri and the cookie's security; null takes both from the request.</summary>
    public Uri? PublicUrl { get; set; }

    /// <summary>Whether cookies may carry Secure and the __Host- prefix.</summary>
    public bool IsHttps => PublicUrl?.Scheme == Uri.UriSchemeHttps;

    /// <summary>The hosts in force: the environment's, each replaced where set.</summary>
    public AvayaCloudHosts Hosts
    {
        get
        {
            var hosts = AvayaCloudHosts.Of(Environment);
            return hosts with
            {
                Identity = IdentityUrl is { Length: > 0 } identity ? new Uri(identity) : hosts.Identity,
                Spaces = SpacesUrl is { Length: > 0 } spaces ? new Uri(spaces) : hosts.Spaces,
                Socket = SocketUrl is { Length: > 0 } socket ? new Uri(socket) : hosts.Socket,
            };
        }
    }
}
