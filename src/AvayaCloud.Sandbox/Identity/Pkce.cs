using System.Buffers.Text;

namespace AvayaCloud.Sandbox.Identity;

/// <summary>The code challenge of an authorization request [seed 1], RFC 7636.</summary>
internal sealed class Pkce(string challenge, bool isHashed)
{
    private const int MinLength = 43;
    private const int MaxLength = 128;

    /// <summary>False for invalid parameters. True with null when the request has no challenge.</summary>
    public static bool TryParse(string? challenge, string? method, out Pkce? pkce)
    {
        pkce = null;
        if (string.IsNullOrEmpty(challenge))
            return string.IsNullOrEmpty(method);
        // RFC 7636 §4.3: plain is the default method.
        if (method is not (null or "" or "plain" or "S256") || !IsWellFormed(challenge))
            return false;
        pkce = new Pkce(challenge, method == "S256");
        return true;
    }

    public bool Verify(string? verifier)
    {
        if (verifier is null || !IsWellFormed(verifier))
            return false;
        var transformed = isHashed ? Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))) : verifier;
        return transformed == challenge;
    }

    // RFC 7636 §4.1: 43 to 128 unreserved characters. A hashed challenge has 43 of them.
    private static bool IsWellFormed(string value) =>
        value.Length is >= MinLength and <= MaxLength && value.All(it => char.IsAsciiLetterOrDigit(it) || it is '-' or '.' or '_' or '~');
}
