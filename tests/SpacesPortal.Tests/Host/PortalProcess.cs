using System.Diagnostics;
using System.Text;

namespace SpacesPortal.Tests.Host;

/// <summary>
/// The portal as an operator starts it: for what only a whole process shows, its exit code and its streams. One that begins to listen is
/// stopped, and has refused nothing.
/// </summary>
internal static class PortalProcess
{
    public static async Task<(int ExitCode, string Output, string Errors)> RunAsync(
        string environment, params (string Key, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = environment;
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        foreach (var (key, value) in settings)
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;

        using var process = Process.Start(start)!;
        var output = ReadAsync(process);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, await errors);
    }

    private static async Task<string> ReadAsync(Process process)
    {
        var output = new StringBuilder();
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            output.AppendLine(line);
            if (line.Contains("Now listening on", StringComparison.Ordinal))
                process.Kill();
        }

        return output.ToString();
    }
}
