using System.Buffers.Text;

namespace AvayaCloud.Sandbox.Identity;

/// <summary>The challenge that an authorization carried [seed 1], RFC 7636.</summary>
internal sealed class Pkce(string challenge, bool isHashed)
{
    private const int Shortest = 43;
    private const int Longest = 128;

    /// <summary>False: parameters that make no sense. True with null: no PKCE was asked for.</summary>
    public static bool TryRead(string? challenge, string? method, out Pkce? pkce)
    {
        pkce = null;
        if (string.IsNullOrEmpty(challenge))
            return string.IsNullOrEmpty(method);
        // RFC 7636 §4.3: plain when no method is named.
        if (method is not (null or "" or "plain" or "S256") || !IsWellFormed(challenge))
            return false;
        pkce = new Pkce(challenge, method == "S256");
        return true;
    }

    public bool Holds(string? verifier)
    {
        if (verifier is null || !IsWellFormed(verifier))
            return false;
        var given = isHashed ? Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))) : verifier;
        return CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(given), Encoding.ASCII.GetBytes(challenge));
    }

    // RFC 7636 §4.1: 43 to 128 unreserved characters; a hashed challenge is 43 of them.
    private static bool IsWellFormed(string value) =>
        value.Length is >= Shortest and <= Longest && value.All(it => char.IsAsciiLetterOrDigit(it) || it is '-' or '.' or '_' or '~');
}
