namespace AvayaCloud.Sandbox.Hosting;

/// <summary>A sandbox with known passwords has no business beside real users.</summary>
internal static class ProductionGuard
{
    public const string Refusal =
        "The Avaya Cloud sandbox refuses to start in the Production environment: it has demo people with a known password. " +
        "Point AvayaCloud:Environment at a real Avaya Cloud, or set ASPNETCORE_ENVIRONMENT to Development.";

    private static readonly string[] Names = ["ASPNETCORE_ENVIRONMENT", "DOTNET_ENVIRONMENT"];

    public static void Check(Func<string, string?> variable)
    {
        if (Names.Any(name => string.Equals(variable(name)?.Trim(), "Production", StringComparison.OrdinalIgnoreCase)))
            throw new InvalidOperationException(Refusal);
    }
}
