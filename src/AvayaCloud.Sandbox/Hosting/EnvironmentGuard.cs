namespace AvayaCloud.Sandbox.Hosting;

/// <summary>
/// Demo people with a known password have no place beside real users. So the sandbox starts in Development, or where no environment is
/// named,
/// and refuses every other: Staging as well as Production.
/// </summary>
internal static class EnvironmentGuard
{
    private static readonly string[] Names = ["ASPNETCORE_ENVIRONMENT", "DOTNET_ENVIRONMENT"];

    public static void Check(Func<string, string?> variable)
    {
        foreach (var name in Names)
        {
            if (variable(name)?.Trim() is { Length: > 0 } value && !string.Equals(value, "Development", StringComparison.OrdinalIgnoreCase))
                throw new InvalidOperationException(Refusal(name, value));
        }
    }

    private static string Refusal(string name, string value) =>
        $"The Avaya Cloud sandbox refuses to start in the {value} environment: it has demo people with a known password. " +
        $"Point AvayaCloud:Environment at a real Avaya Cloud, or set {name} to Development.";
}
