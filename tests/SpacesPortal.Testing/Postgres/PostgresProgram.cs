using System.Diagnostics;

namespace SpacesPortal.Testing;

/// <summary>The directory and the user of the server's programs.</summary>
internal static class PostgresProgram
{
    private const string Installed = "/usr/lib/postgresql";
    private const string Account = "postgres";

    /// <summary>The server refuses to run as root.</summary>
    public static bool NeedsItsUser => Environment.UserName == "root";

    /// <summary>Prefix of a command: setpriv stays in place of what it starts, no process is between.</summary>
    public static string[] AsItsUser => NeedsItsUser ? ["setpriv", $"--reuid={Account}", $"--regid={Account}", "--init-groups"] : [];

    public static string Owner => Account;

    public static string PathOf(string program)
    {
        var path = Directory.Exists(Installed)
            ? Directory.EnumerateDirectories(Installed)
                .Select(version => Path.Combine(version, "bin", program))
                .Where(File.Exists)
                .Order(StringComparer.Ordinal)
                .LastOrDefault()
            : null;
        return path ?? throw DebianPackage.Missing("postgresql");
    }

    public static async Task RunAsync(IEnumerable<string> command, CancellationToken cancellationToken)
    {
        string[] line = [.. command];
        using var process = Process.Start(new ProcessStartInfo(line[0], line[1..])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
        })!;
        var said = await Task.WhenAll(
            process.StandardOutput.ReadToEndAsync(cancellationToken), process.StandardError.ReadToEndAsync(cancellationToken));
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{line[0]} ended with {process.ExitCode}: {string.Concat(said)}");
    }
}
