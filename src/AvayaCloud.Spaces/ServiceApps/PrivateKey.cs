using System.Security.Cryptography;

namespace AvayaCloud.Spaces;

/// <summary>Reads an RSA key from PEM (RFC 7468): PKCS#1 as the portal provides it [seed 3], or PKCS#8 as tools convert it.</summary>
internal static class PrivateKey
{
    private static readonly string[] Labels = ["RSA PRIVATE KEY", "PRIVATE KEY"];

    public static (RSA? Key, string? Error) Parse(string text, int minBits)
    {
        // A variable or a vault may have escaped the line breaks a second time.
        var pem = text.Replace("\\r", "", StringComparison.Ordinal).Replace("\\n", "\n", StringComparison.Ordinal);
        if (!PemEncoding.TryFind(pem, out var fields))
            return (null, "\"private_key\" is not in PEM form: it must contain the lines from BEGIN to END.");
        if (!Labels.Contains(pem[fields.Label], StringComparer.Ordinal))
            return (null, "\"private_key\" is not an unencrypted private key.");
        return Import(pem, minBits);
    }

    private static (RSA? Key, string? Error) Import(string pem, int minBits)
    {
        var rsa = RSA.Create();
        try
        {
            rsa.ImportFromPem(pem);
            if (rsa.KeySize >= minBits)
                return (rsa, null);
            rsa.Dispose();
            return (null, $"\"private_key\" is too short: RS256 requires at least {minBits} bits (RFC 7518 section 3.3).");
        }
        catch (Exception failure) when (failure is CryptographicException or ArgumentException)
        {
            rsa.Dispose();
            return (null, "\"private_key\" is damaged, or is not an RSA key.");
        }
    }
}
