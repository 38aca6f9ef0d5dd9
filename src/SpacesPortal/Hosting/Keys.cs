using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;

namespace SpacesPortal.Hosting;

/// <summary>The keys that cookies are sealed with: on a volume, so that a restart signs nobody out.</summary>
internal static class Keys
{
    public static WebApplicationBuilder AddKeys(this WebApplicationBuilder builder)
    {
        var options = PortalOptions.From(builder.Configuration);
        // The same name on every replica: it is part of every key's purpose.
        var keys = builder.Services.AddDataProtection().SetApplicationName("SpacesPortal");
        if (options.KeysDirectory is { Length: > 0 } directory && !Cluster.IsConfigured(builder.Configuration))
            keys.PersistKeysToFileSystem(new DirectoryInfo(directory));
        // One that cannot be read is named with all other mistakes (ValidatePortalOptions).
        if (options.KeysCertificate is { Length: > 0 } file && CertificateProblem(options) is null)
            keys.ProtectKeysWithCertificate(X509CertificateLoader.LoadPkcs12FromFile(file, options.KeysCertificatePassword));
        return builder;
    }

    /// <summary>Why the certificate cannot seal, in words for the operator; null when it can.</summary>
    public static string? CertificateProblem(PortalOptions options)
    {
        try
        {
            using var certificate = X509CertificateLoader.LoadPkcs12FromFile(options.KeysCertificate!, options.KeysCertificatePassword);
            using var key = certificate.GetRSAPublicKey();
            if (key is null)
                return "needs an RSA key: nothing can be sealed with an elliptic-curve key or another one made for signatures";
            return certificate.HasPrivateKey ? null : "has no private key, so that nothing sealed could be opened again";
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or CryptographicException)
        {
            return "cannot be read as PKCS#12: look at the path, the file's rights and Portal:KeysCertificatePassword";
        }
    }
}
