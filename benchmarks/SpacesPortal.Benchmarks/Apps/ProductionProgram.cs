using System.Globalization;
using AvayaCloud.Sandbox;

namespace SpacesPortal.Benchmarks.Apps;

/// <summary>Starts programs as operators do: in Production, each at an address of its own, before one Avaya Cloud.</summary>
internal static class ProductionProgram
{
    /// <param name="avaya">The Avaya Cloud.</param>
    /// <param name="arguments">None for the portal; else those of one of the yardsticks.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <param name="database">What several portals share.</param>
    public static Task<PortalProcess> StartAsync(
        SandboxServer avaya, string[] arguments, CancellationToken cancellationToken, string? database = null)
    {
        var address = $"http://localhost:{LoopbackPort.Free().ToString(CultureInfo.InvariantCulture)}";
        List<(string Key, string Value)> settings =
        [
            ("ASPNETCORE_ENVIRONMENT", "Production"),
            ("ASPNETCORE_URLS", address.Replace("localhost", "127.0.0.1", StringComparison.Ordinal)),
            ("Portal:PublicUrl", address),
            // As published: a program in its build folder looks for changed files at each request.
            ("ReloadStaticAssetsAtRuntime", "false"),
            ("AvayaCloud:IdentityUrl", avaya.Address.AbsoluteUri.TrimEnd('/')),
            ("AvayaCloud:SpacesUrl", avaya.Address.AbsoluteUri + "api"),
            ("AvayaCloud:ClientId", avaya.Client.ClientId),
            ("AvayaCloud:ClientSecret", avaya.Client.ClientSecret),
        ];
        if (database is not null)
            settings.Add(("ConnectionStrings:Portal", database));
        return arguments.Length == 0
            ? PortalProcess.StartAsync(settings, cancellationToken)
            : PortalProcess.StartAsync(Environment.ProcessPath!, arguments, settings, cancellationToken);
    }
}
