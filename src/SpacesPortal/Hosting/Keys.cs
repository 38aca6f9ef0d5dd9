using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;

namespace SpacesPortal.Hosting;

/// <summary>The data protection keys of the cookies: on a volume, so that a restart signs no one out.</summary>
internal static class Keys
{
    public static WebApplicationBuilder AddKeys(this WebApplicationBuilder builder, PortalOptions portal)
    {
        // The same name on every replica: it is part of every key's purpose.
        var keys = builder.Services.AddDataProtection().SetApplicationName("SpacesPortal");
        if (portal.KeysDirectory is { Length: > 0 } directory && !Cluster.IsConfigured(builder.Configuration))
            keys.PersistKeysToFileSystem(new DirectoryInfo(directory));
        // A file that cannot be used is reported with the other errors (ValidatePortalOptions).
        if (portal.KeysCertificate is { Length: > 0 } file && FindCertificateError(portal) is null)
            keys.ProtectKeysWithCertificate(X509CertificateLoader.LoadPkcs12FromFile(file, portal.KeysCertificatePassword));
        return builder;
    }

    /// <summary>Why the certificate cannot encrypt the keys, for the operator; null when it can.</summary>
    public static string? FindCertificateError(PortalOptions options)
    {
        try
        {
            using var certificate = X509CertificateLoader.LoadPkcs12FromFile(options.KeysCertificate!, options.KeysCertificatePassword);
            using var key = certificate.GetRSAPublicKey();
            if (key is null)
                return "needs an RSA key: an elliptic-curve key or another signature key cannot encrypt";
            return certificate.HasPrivateKey ? null : "has no private key, so the keys could not be decrypted again";
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or CryptographicException)
        {
            return "cannot be read as PKCS#12: check the path, the file's permissions and Portal:KeysCertificatePassword";
        }
    }
}
