namespace AvayaCloud.Identity;

/// <summary>The operator's settings, section <c>AvayaCloud</c>. The names are a contract: docs/operate.md.</summary>
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

    /// <summary>The client's secret; absent for a public client with PKCE.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>A file with the secret, for orchestrators that mount it.</summary>
    public string? ClientSecretFile { get; set; }

    /// <summary>The PKCE method of the sign-in.</summary>
    public PkceMethod Pkce { get; set; } = PkceMethod.S256;

    /// <summary>The path of tokeninfo, which the sources leave open [guess].</summary>
    public string TokenInfoPath { get; set; } = "/oauth2/tokeninfo";

    /// <summary>The path of the revocation endpoint [docs D/api/accounts/accounts_revoketoken].</summary>
    public string RevocationPath { get; set; } = "/oauth2/revoke_token";

    /// <summary>The public address. Determines redirect_uri and the cookie's security; null takes both from the request.</summary>
    public Uri? PublicUrl { get; set; }

    /// <summary>Whether cookies may have Secure and the __Host- prefix.</summary>
    public bool IsHttps => PublicUrl?.Scheme == Uri.UriSchemeHttps;

    /// <summary>The environment's hosts, each replaced where the settings say so.</summary>
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

/// <summary>Which Avaya Cloud: each has its own hosts and scope names.</summary>
public enum AvayaCloudEnvironment
{
    /// <summary>avayacloud.com.</summary>
    Production,

    /// <summary>esna.com, where developers register first.</summary>
    Staging,

    /// <summary>zang.io, the legacy hosts with URLs as scopes.</summary>
    Zang,

    /// <summary>The Avaya Cloud on loopback that comes with the portal.</summary>
    Sandbox,
}

/// <summary>The code challenge method (RFC 7636 section 4.2).</summary>
public enum PkceMethod
{
    /// <summary>The challenge is the SHA-256 of the verifier.</summary>
    S256,

    /// <summary>The challenge is the verifier, which does not protect against those who can read the authorize URL.</summary>
    Plain,

    /// <summary>No PKCE, for providers that do not support it.</summary>
    None,
}
