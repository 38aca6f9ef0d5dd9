namespace AvayaCloud.Identity;

/// <summary>How the sign-in proves that it redeems its own code (RFC 7636 section 4.2).</summary>
public enum PkceMethod
{
    /// <summary>The challenge is the verifier's SHA-256.</summary>
    S256,

    /// <summary>The challenge is the verifier: no protection where the authorize URL can be read.</summary>
    Plain,

    /// <summary>No proof at all: for providers that do not know PKCE.</summary>
    None,
}
