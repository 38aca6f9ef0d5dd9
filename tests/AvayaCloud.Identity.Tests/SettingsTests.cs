using AvayaCloud.Identity.Tests.Infrastructure;
using Microsoft.Extensions.Options;

namespace AvayaCloud.Identity.Tests;

public sealed class SettingsTests
{
    [Fact]
    public async Task Every_mistake_is_reported_at_once_with_its_key()
    {
        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => IdentityHost.StartAsync(
            null,
            ("AvayaCloud:ClientId", ""), ("AvayaCloud:IdentityUrl", "http://accounts.example.com"), ("AvayaCloud:SpacesUrl", "nonsense"),
            ("AvayaCloud:TokenInfoPath", "https://evil.example/"), ("AvayaCloud:ClientSecretFile", "/nowhere/secret")));

        string[] keys =
        [
            "AvayaCloud:ClientId",
            "AvayaCloud:IdentityUrl",
            "AvayaCloud:SpacesUrl",
            "AvayaCloud:TokenInfoPath",
            "AvayaCloud:ClientSecretFile",
        ];
        Assert.All(keys, key => Assert.Contains(refused.Failures, failure => failure.StartsWith(key, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_client_without_a_secret_needs_PKCE()
    {
        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() =>
            IdentityHost.StartAsync(null, ("AvayaCloud:ClientSecret", null), ("AvayaCloud:Pkce", "None")));

        Assert.Contains("AvayaCloud:Pkce", Assert.Single(refused.Failures), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_public_client_signs_users_in_without_a_secret()
    {
        await using var host = await IdentityHost.StartAsync(null, ("AvayaCloud:ClientSecret", null));

        using var visitor = await host.VisitAsync(host.Ada);

        Assert.Single(visitor.PortalCookies);
    }

    [Fact]
    public async Task The_secret_may_come_from_a_file()
    {
        var file = Path.GetTempFileName();
        try
        {
            await using var probe = await IdentityHost.StartAsync();
            await File.WriteAllTextAsync(file, probe.Avaya.Client.ClientSecret + "\n", TestContext.Current.CancellationToken);
            await using var host = await IdentityHost.StartAsync(
                null, ("AvayaCloud:ClientSecret", null), ("AvayaCloud:ClientSecretFile", file));

            using var visitor = await host.VisitAsync(host.Ada);
            Assert.Single(visitor.PortalCookies);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData("\"canary\"\n")]
    [InlineData("'canary'")]
    [InlineData("canary\nsecond\n")]
    [InlineData("canary\u0000")]
    public async Task A_secret_file_with_more_than_the_secret_is_refused_and_not_repeated(string content)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, content, TestContext.Current.CancellationToken);

            var refused = await Assert.ThrowsAsync<OptionsValidationException>(() =>
                IdentityHost.StartAsync(null, ("AvayaCloud:ClientSecret", null), ("AvayaCloud:ClientSecretFile", file)));

            var mistake = Assert.Single(refused.Failures);
            Assert.StartsWith("AvayaCloud:ClientSecretFile ", mistake, StringComparison.Ordinal);
            Assert.Contains(" holds more than the secret ", mistake, StringComparison.Ordinal);
            Assert.DoesNotContain("canary", mistake, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData("AvayaCloud:TokenInfoPath")]
    [InlineData("AvayaCloud:RevocationPath")]
    [InlineData("Session:IdleTimeout")]
    public async Task An_empty_value_counts_as_absent(string key)
    {
        await using var host = await IdentityHost.StartAsync(null, (key, ""));
        using var visitor = await host.VisitAsync(host.Ada);

        Assert.Single(visitor.PortalCookies);
    }

    [Theory]
    [InlineData("00:00:10", "1.00:00:00", "Session:IdleTimeout")]
    [InlineData("08:00:00", "07:00:00", "Session:AbsoluteTimeout")]
    public async Task Invalid_timeouts_are_refused(string idle, string absolute, string key)
    {
        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() =>
            IdentityHost.StartAsync(null, ("Session:IdleTimeout", idle), ("Session:AbsoluteTimeout", absolute)));

        Assert.Contains(refused.Failures, failure => failure.StartsWith(key, StringComparison.Ordinal));
    }
}
