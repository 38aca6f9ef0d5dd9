using System.Security.Cryptography;

namespace AvayaCloud.Spaces;

/// <summary>An RSA key from PEM: PKCS#1 as the portal gives it [seed 3], PKCS#8 as tools turn it into (RFC 7468 sections 10, 13).</summary>
internal static class PrivateKey
{
    private static readonly string[] Labels = ["RSA PRIVATE KEY", "PRIVATE KEY"];

    public static (RSA? Key, string? Problem) Read(string text, int fewestBits)
    {
        // A file that went through a variable or a vault may have its line breaks escaped twice.
        var pem = text.Replace("\\r", "", StringComparison.Ordinal).Replace("\\n", "\n", StringComparison.Ordinal);
        if (!PemEncoding.TryFind(pem, out var fields))
            return (null, "\"private_key\" is not in PEM form: it must hold the lines from BEGIN to END.");
        var label = pem[fields.Label];
        if (!Labels.Contains(label, StringComparer.Ordinal))
            return (null, "\"private_key\" is not an unencrypted private key.");
        return Import(pem, fewestBits);
    }

    private static (RSA? Key, string? Problem) Import(string pem, int fewestBits)
    {
        var rsa = RSA.Create();
        try
        {
            rsa.ImportFromPem(pem);
            if (rsa.KeySize >= fewestBits)
                return (rsa, null);
            rsa.Dispose();
            return (null, $"\"private_key\" is too short: RS256 takes {fewestBits} bits and more (RFC 7518 section 3.3).");
        }
        catch (Exception problem) when (problem is CryptographicException or ArgumentException)
        {
            rsa.Dispose();
            return (null, "\"private_key\" is damaged, or is no RSA key.");
        }
    }
}
