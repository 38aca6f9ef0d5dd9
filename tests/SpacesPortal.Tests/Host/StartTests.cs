namespace SpacesPortal.Tests.Host;

public sealed class StartTests
{
    [Fact]
    public async Task Five_mistakes_are_reported_at_once_and_the_exit_code_is_not_zero()
    {
        var (exitCode, output, errors) = await PortalProcess.RunAsync(
            "Production",
            ("AvayaCloud:Environment", "Narnia"), ("AvayaCloud:ClientSecretFile", "/nowhere"), ("Session:IdleTimeout", "soon"),
            ("Portal:PublicUrl", "http://portal.example.com"),
            ("Portal:KeysCertificate", typeof(StartTests).Assembly.Location));

        Assert.Equal(1, exitCode);
        string[] keys =
        [
            "AvayaCloud:Environment",
            "AvayaCloud:ClientId",
            "AvayaCloud:ClientSecretFile",
            "Session:IdleTimeout",
            "Portal:PublicUrl",
            "Portal:KeysDirectory",
            "Portal:KeysCertificate",
        ];
        Assert.StartsWith("The portal does not start: 7 settings are wrong.", errors, StringComparison.Ordinal);
        Assert.All(keys, key => Assert.Contains($"  - {key} ", errors, StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", output + errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mistakes_of_the_embedded_sandbox_are_reported_with_the_others()
    {
        var (exitCode, output, errors) = await PortalProcess.RunAsync(
            "Development", ("Sandbox:Port", "99999"), ("Sandbox:Spaces", "-1"), ("Session:IdleTimeout", "soon"));

        Assert.Equal(1, exitCode);
        Assert.All(
            ["Sandbox:Port", "Sandbox:Spaces", "Session:IdleTimeout"],
            key => Assert.Contains($"  - {key} ", errors, StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", output + errors, StringComparison.Ordinal);
        Assert.DoesNotContain("AvayaCloud:ClientId", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    [InlineData("QA")]
    public async Task The_sandbox_is_refused_everywhere_but_in_Development(string environment)
    {
        var (exitCode, output, errors) = await PortalProcess.RunAsync(
            environment,
            ("AvayaCloud:Environment", "Sandbox"), ("AvayaCloud:ClientId", "x"), ("AvayaCloud:ClientSecret", "x"),
            ("Portal:PublicUrl", "https://portal.example.com"),
            ("Portal:KeysDirectory", Path.Combine(Path.GetTempPath(), Path.GetRandomFileName())));

        Assert.Equal(1, exitCode);
        Assert.Contains("AvayaCloud:Environment is Sandbox", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("demo people:", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    public async Task Only_Development_starts_its_own_Avaya_Cloud(string environment)
    {
        var (exitCode, output, errors) = await PortalProcess.RunAsync(environment, ("Portal:PublicUrl", "https://portal.example.com"));

        Assert.Equal(1, exitCode);
        Assert.Contains("AvayaCloud:ClientId is missing", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("demo people:", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("portal.example.com")]
    [InlineData("ftp://portal.example.com")]
    [InlineData("https://portal.example.com/sub")]
    [InlineData("https://portal.example.com/?x")]
    [InlineData("http://192.168.1.2")]
    public async Task A_public_address_that_cannot_serve_is_refused(string address)
    {
        var (exitCode, _, errors) = await PortalProcess.RunAsync("Development", ("Portal:PublicUrl", address), ("Sandbox:Port", "0"));

        Assert.Equal(1, exitCode);
        Assert.Contains("Portal:PublicUrl", errors, StringComparison.Ordinal);
    }
}
