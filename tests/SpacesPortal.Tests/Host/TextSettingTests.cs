using System.Reflection;
using AvayaCloud.Identity;
using SpacesPortal.Hosting;

namespace SpacesPortal.Tests.Host;

/// <summary>
/// Shells, env files and mounted secrets leave quotation marks and line breaks in settings. Avaya Cloud would refuse every sign-in.
/// </summary>
public sealed class TextSettingTests
{
    private const string Password = "Portal:KeysCertificatePassword";

    [Theory]
    [InlineData("\"{0}\"", "begins with the quotation mark \"")]
    [InlineData("'{0}'", "begins with the quotation mark '")]
    [InlineData("\u201c{0}\u201d", "begins with the quotation mark \u201c")]
    [InlineData("{0}\"", "ends with the quotation mark \"")]
    [InlineData("{0}\n", "ends with a line break")]
    [InlineData("{0}\r\n", "ends with a line break")]
    [InlineData("\n{0}", "begins with a line break")]
    [InlineData(" {0}", "begins with a space")]
    [InlineData("{0}\t", "ends with a tab")]
    [InlineData("{0}\u00a0", "ends with the invisible character U+00A0")]
    [InlineData("\ufeff{0}", "begins with the invisible character U+FEFF")]
    [InlineData("{0}\nx", "contains a line break")]
    [InlineData("{0}\u0007x", "contains the invisible character U+0007")]
    public async Task Every_text_with_a_stray_character_is_named_once_with_it_and_without_the_value(string form, string stray)
    {
        string[] keys = [.. Texts().Where(key => key != Password)];

        var errors = await ProductionPortal.GetErrorsAsync([.. keys.Select(key => (key, string.Format(null, form, Sound(key))))]);

        Assert.All(
            keys,
            key =>
                Assert.StartsWith(
                    $"{key} {stray}",
                    Assert.Single(errors, line => line.StartsWith(key + " ", StringComparison.Ordinal)), StringComparison.Ordinal));
        Assert.All(errors, line => Assert.DoesNotContain("canary", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_directory_is_created_for_a_path_in_quotation_marks()
    {
        var name = Path.GetRandomFileName();

        await ProductionPortal.GetErrorsAsync(("Portal:KeysDirectory", $"\"{name}\""), ("Portal:PublicUrl", "nonsense"));

        Assert.Empty(Directory.GetDirectories(Repository.Root, $"*{name}*"));
    }

    [Fact]
    public async Task A_password_may_begin_and_end_with_anything_that_can_be_seen()
    {
        var errors = await ProductionPortal.GetErrorsAsync((Password, "\" '"), ("Portal:PublicUrl", "nonsense"));

        Assert.StartsWith("Portal:PublicUrl ", Assert.Single(errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_with_a_line_break_is_named() =>
        Assert.StartsWith(
            $"{Password} ends with a line break", Assert.Single(await ProductionPortal.GetErrorsAsync((Password, "canary\n"))), StringComparison.Ordinal);

    [Theory]
    [InlineData("Host=127.0.0.1;Port=1;Username=x;Password='a b'\n")]
    [InlineData("Host=127.0.0.1;\n  Port=1;\n  Username=x\n")]
    public async Task A_connection_string_has_line_breaks_and_quotation_marks_of_its_own(string text)
    {
        var errors = await ProductionPortal.GetErrorsAsync(("ConnectionStrings:Portal", text), ("Portal:PublicUrl", "nonsense"));

        Assert.StartsWith("Portal:PublicUrl ", Assert.Single(errors), StringComparison.Ordinal);
    }

    private static string Sound(string key) => key switch
    {
        "Portal:PublicUrl" or "AvayaCloud:IdentityUrl" or "AvayaCloud:SpacesUrl" or "AvayaCloud:SocketUrl" => "https://canary.example.com",
        "AvayaCloud:TokenInfoPath" or "AvayaCloud:RevocationPath" => "/canary",
        "AvayaCloud:ClientId" or "AvayaCloud:ClientSecret" => "canary",
        _ => Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()),
    };

    private static IEnumerable<string> Texts() =>
        from section in new[] { ("Portal", typeof(PortalOptions)), ("AvayaCloud", typeof(AvayaCloudSettings)) }
        from property in section.Item2.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        where property.CanWrite && property.PropertyType == typeof(string)
        select $"{section.Item1}:{property.Name}";
}
