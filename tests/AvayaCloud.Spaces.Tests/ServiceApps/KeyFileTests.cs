using System.Security.Cryptography;

namespace AvayaCloud.Spaces.Tests.ServiceApps;

public sealed class KeyFileTests
{
    private static string Pkcs1 => KeyFile.Key.ExportRSAPrivateKeyPem();

    public static TheoryData<string, string> Good => new()
    {
        { "as it is downloaded", KeyFile.Text() },
        { "PKCS#8", KeyFile.Text(("private_key", KeyFile.Key.ExportPkcs8PrivateKeyPem())) },
        { "line breaks as they are, as in the guide's sample", KeyFile.Text().Replace("\\n", "\n", StringComparison.Ordinal) },
        { "Windows line breaks as they are", KeyFile.Text().Replace("\\n", "\r\n", StringComparison.Ordinal) },
        { "Windows line breaks escaped", KeyFile.Text(("private_key", Pkcs1.ReplaceLineEndings("\r\n"))) },
        { "line breaks escaped twice", KeyFile.Text(("private_key", Pkcs1.Replace("\n", "\\n", StringComparison.Ordinal))) },

        {
            "blanks around the values, as in the guide's sample",
            KeyFile.Text(("iss", " " + KeyFile.Issuer), ("sub", KeyFile.Subject + "\t"), ("private_key", "\n " + Pkcs1 + " \n"))
        },
        { "a byte order mark", "\uFEFF" + KeyFile.Text() },
        { "members that are not known yet", KeyFile.Text(("type", "service \"account\" \\"), ("note", "a\\\"b")) },
    };

    public static TheoryData<string, string> Bad => new()
    {
        { "", "not the JSON object" },
        { "[]", "not the JSON object" },
        { "{\"iss\":1}", "\"iss\" is missing." },
        { KeyFile.Text(("iss", null)), "\"iss\" is missing." },
        { KeyFile.Text(("sub", "  ")), "\"sub\" is missing." },
        { KeyFile.Text(("kid", null)), "\"kid\" is missing." },
        { KeyFile.Text(("private_key", null)), "\"private_key\" is missing." },
        { KeyFile.Text(("private_key", "MIIEpAIBAAKCAQEA")), "not in PEM form" },
        { KeyFile.Text(("private_key", Pkcs1[..200])), "not in PEM form" },
        { KeyFile.Text(("private_key", KeyFile.Key.ExportRSAPublicKeyPem())), "not an unencrypted private key" },

        {
            KeyFile.Text(
                (
                    "private_key",
                    KeyFile.Key.ExportEncryptedPkcs8PrivateKeyPem(
                        "pw", new PbeParameters(PbeEncryptionAlgorithm.Aes128Cbc, HashAlgorithmName.SHA256, 1)))),
            "not an unencrypted private key"
        },
        { KeyFile.Text(("private_key", ECDsa.Create().ExportPkcs8PrivateKeyPem())), "damaged, or is not an RSA key" },
        { KeyFile.Text(("private_key", RSA.Create(1024).ExportRSAPrivateKeyPem())), "too short" },
        { KeyFile.Text(("private_key", Pkcs1.Replace("MII", "AAA", StringComparison.Ordinal))), "damaged" },
        { "\"" + new string('\n', 70_000) + "\"", "too large" },
    };

    [Theory]
    [MemberData(nameof(Good), DisableDiscoveryEnumeration = true)]
    public void A_key_file_is_read_in_every_known_form(string form, string text)
    {
        using var file = new KeyFile(text);

        var (key, problems) = ServiceAppKeyFile.Read(file.Path);

        Assert.Empty(problems);
        using (key)
            Assert.True(Jwt.Of(key!.Sign(DateTimeOffset.UnixEpoch)).IsSigned, form);
    }

    [Theory]
    [MemberData(nameof(Bad), DisableDiscoveryEnumeration = true)]
    public void Errors_of_a_key_file_are_reported_without_its_content(string text, string problem)
    {
        using var file = new KeyFile(text);

        var (key, problems) = ServiceAppKeyFile.Read(file.Path);

        Assert.Null(key);
        Assert.Contains(problems, it => it.Contains(problem, StringComparison.Ordinal));
        Assert.All(problems, it => Assert.DoesNotContain("MII", it, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/nowhere/service-key.json")]
    [InlineData("bad\0name")]
    public void A_missing_file_is_reported(string path) => Assert.Single(ServiceAppKeyFile.Read(path).Errors);

    [Fact]
    public void All_missing_members_are_reported_at_once() => Assert.Equal(4, ServiceAppKeyFile.Parse("{}").Errors.Count);

    [Fact]
    public void Ten_thousand_damaged_key_files_are_refused_or_read_without_another_exception()
    {
        var (random, good) = (new Random(20261122), KeyFile.Text());
        for (var round = 0; round < 10_000; round++)
        {
            var text = good.ToCharArray();
            for (var blow = random.Next(1, 6); blow > 0; blow--)
                text[random.Next(text.Length)] = (char)random.Next(0, 256);

            var (key, problems) = ServiceAppKeyFile.Parse(
                new string(text, 0, random.Next(8) == 0 ? random.Next(text.Length) : text.Length));

            key?.Dispose();
            Assert.Equal(key is null, problems.Count > 0);
        }
    }
}
