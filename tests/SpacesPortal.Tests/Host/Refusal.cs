namespace SpacesPortal.Tests.Host;

/// <summary>A start in Production with nothing wrong but what the test says, and the mistakes that it is refused for.</summary>
internal static class Refusal
{
    /// <summary>The lines of the list. Fails when the portal starts, or ends in any other way than by that list.</summary>
    public static async Task<string[]> OfAsync(params (string Key, string Value)[] settings)
    {
        var keys = Directory.CreateTempSubdirectory("spaces-keys-");
        try
        {
            (string Key, string Value)[] sound =
            [
                ("AvayaCloud:ClientId", "x"), ("AvayaCloud:ClientSecret", "x"),
                ("Portal:PublicUrl", "https://portal.example.com"), ("Portal:KeysDirectory", keys.FullName),
            ];
            var (exitCode, output, errors) = await PortalProcess.RunAsync("Production", [.. sound, .. settings]);

            Assert.DoesNotContain("   at ", output + errors, StringComparison.Ordinal);
            Assert.Equal(1, exitCode);
            string[] mistakes =
            [
                .. errors.Split('\n').Where(line => line.StartsWith("  - ", StringComparison.Ordinal)).Select(line => line[4..]),
            ];
            Assert.StartsWith($"The portal does not start: {mistakes.Length} ", errors, StringComparison.Ordinal);
            return mistakes;
        }
        finally
        {
            keys.Delete(recursive: true);
        }
    }
}
