namespace AvayaCloud.Sandbox.Hosting;

/// <summary>The sandbox has demo users with a known password, so it must not run where real users are. It starts in Development, or when no
/// environment is named, and refuses every other environment: Staging as well as Production.</summary>
internal static class EnvironmentGuard
{
    private static readonly string[] Variables = ["ASPNETCORE_ENVIRONMENT", "DOTNET_ENVIRONMENT"];

    public static void Check(Func<string, string?> getVariable)
    {
        foreach (var name in Variables)
        {
            var value = getVariable(name)?.Trim();
            if (string.IsNullOrEmpty(value) || string.Equals(value, "Development", StringComparison.OrdinalIgnoreCase))
                continue;
            throw new InvalidOperationException(
                $"The Avaya Cloud sandbox refuses to start in the {value} environment: it has demo users with a known password. " +
                $"Point AvayaCloud:Environment at a real Avaya Cloud, or set {name} to Development.");
        }
    }
}
