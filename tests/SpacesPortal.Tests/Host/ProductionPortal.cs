namespace SpacesPortal.Tests.Host;

/// <summary>A portal in Production with valid settings, except for those of the test.</summary>
internal static class ProductionPortal
{
    private static (string Key, string Value)[] Valid =>
    [
        ("ASPNETCORE_ENVIRONMENT", "Production"), ("AvayaCloud:ClientId", "x"), ("AvayaCloud:ClientSecret", "x"),
        ("Portal:PublicUrl", "http://localhost"),
    ];

    public static Task<PortalProcess> StartAsync(params (string Key, string Value)[] settings) =>
        PortalProcess.StartAsync([.. Valid, .. settings], TestContext.Current.CancellationToken);

    /// <summary>Its standard output is not read until the test does.</summary>
    public static Task<PortalProcess> StartUnreadAsync(params (string Key, string Value)[] settings) =>
        PortalProcess.StartAsync([.. Valid, .. settings], TestContext.Current.CancellationToken, readsOutput: false);

    public static async Task<int> SendAsync(this PortalProcess portal, HttpMethod method, string path)
    {
        using var visitor = new Visitor(portal.Address);
        using var request = new HttpRequestMessage(method, path);
        return (int)(await visitor.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode;
    }

    /// <summary>Starts it and returns the errors that prevent the start. Fails if it starts, or exits in another way.</summary>
    public static async Task<string[]> GetErrorsAsync(params (string Key, string Value)[] settings)
    {
        var keys = Directory.CreateTempSubdirectory("spaces-keys-");
        try
        {
            var (exitCode, output, errors) = await PortalProcess.RunAsync(
                "Production",
                [.. Valid, ("Portal:PublicUrl", "https://portal.example.com"), ("Portal:KeysDirectory", keys.FullName), .. settings]);

            Assert.DoesNotContain("   at ", output + errors, StringComparison.Ordinal);
            Assert.Equal(1, exitCode);
            var items = errors.Split('\n').Where(line => line.StartsWith("  - ", StringComparison.Ordinal));
            string[] listed = [.. items.Select(line => line[4..])];
            Assert.StartsWith($"The portal does not start: {listed.Length} ", errors, StringComparison.Ordinal);
            return listed;
        }
        finally
        {
            keys.Delete(recursive: true);
        }
    }
}
