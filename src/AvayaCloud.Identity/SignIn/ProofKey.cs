using System.Buffers.Text;

namespace AvayaCloud.Identity;

/// <summary>Proof Key for Code Exchange (RFC 7636).</summary>
internal static class ProofKey
{
    /// <summary>43 characters from 32 random bytes (section 4.1).</summary>
    public static string CreateVerifier() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>Section 4.2.</summary>
    public static (string Challenge, string Method) Challenge(string verifier, PkceMethod method) => method switch
    {
        PkceMethod.S256 => (Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))), "S256"),
        PkceMethod.Plain => (verifier, "plain"),
        _ => throw new ArgumentOutOfRangeException(nameof(method), method, "No challenge is made without PKCE."),
    };
}
