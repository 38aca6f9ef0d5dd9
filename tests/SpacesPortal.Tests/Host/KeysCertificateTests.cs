using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SpacesPortal.Tests.Host;

/// <summary>Which certificates may seal the keys. A portal that started with another one would fail at the first cookie.</summary>
public sealed class KeysCertificateTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("spaces-certificate-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task An_RSA_key_encrypts_and_decrypts_the_keys()
    {
        using var key = RSA.Create(2048);
        var file = Write(new CertificateRequest("CN=k", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1), withKey: true);
        (string, string)[] settings = [.. Production, ("Portal:KeysCertificate", file), ("Portal:KeysCertificatePassword", "p w")];

        await using (var portal = await PortalHost.StartAsync("Production", settings))
            Assert.True((await OpenAsync(portal)).IsSuccessStatusCode);
        await using (var portal = await PortalHost.StartAsync("Production", settings))
            Assert.True((await OpenAsync(portal)).IsSuccessStatusCode);

        var sealedKey = await File.ReadAllTextAsync(
            Directory.GetFiles(_folder.FullName, "key-*.xml").Single(), TestContext.Current.CancellationToken);
        Assert.Contains("EncryptedXmlDecryptor", sealedKey, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_elliptic_curve_key_is_refused_and_the_error_names_RSA(bool withKey)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        Assert.Contains(
            "needs an RSA key", await RefusalAsync(Write(new CertificateRequest("CN=k", key, HashAlgorithmName.SHA256), withKey)),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_without_its_key_is_refused()
    {
        using var key = RSA.Create(2048);
        var file = Write(new CertificateRequest("CN=k", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1), withKey: false);

        Assert.Contains("has no private key", await RefusalAsync(file), StringComparison.Ordinal);
    }

    private (string Key, string Value)[] Production =>
        [("Portal:PublicUrl", "http://localhost"), ("Portal:KeysDirectory", _folder.FullName)];

    private async Task<string> RefusalAsync(string file)
    {
        var (exitCode, output, errors) = await PortalProcess.RunAsync(
            "Production",
            [.. Production, ("AvayaCloud:ClientId", "x"), ("Portal:KeysCertificate", file), ("Portal:KeysCertificatePassword", "p w")]);

        Assert.Equal(1, exitCode);
        Assert.DoesNotContain("   at ", output + errors, StringComparison.Ordinal);
        return Assert.Single(errors.Split('\n'), line => line.StartsWith("  - Portal:KeysCertificate ", StringComparison.Ordinal));
    }

    private static async Task<HttpResponseMessage> OpenAsync(PortalHost portal)
    {
        using var visitor = portal.Visit();
        return await visitor.GetAsync("/");
    }

    private string Write(CertificateRequest request, bool withKey)
    {
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(99));
        using var bare = X509CertificateLoader.LoadCertificate(certificate.RawData);
        var file = Path.Combine(_folder.FullName, "keys.p12");
        File.WriteAllBytes(file, (withKey ? certificate : bare).Export(X509ContentType.Pkcs12, "p w"));
        return file;
    }
}
