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
        if (options.KeysDirectory is { Length: > 0 } directory)
            keys.PersistKeysToFileSystem(new DirectoryInfo(directory));
        if (options.KeysCertificate is { Length: > 0 } file && File.Exists(file))
            keys.ProtectKeysWithCertificate(X509CertificateLoader.LoadPkcs12FromFile(file, options.KeysCertificatePassword));
        return builder;
    }
}
