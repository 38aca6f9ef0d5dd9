using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace SpacesPortal.Testing;

/// <summary>The portal as operators run it: its own program, a real port, and everything that it prints.</summary>
internal sealed partial class PortalProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(2);

    private readonly ConcurrentQueue<string> _output = new();
    private readonly DirectoryInfo _keys = Directory.CreateTempSubdirectory("spaces-keys-");
    private readonly Process _process;
    private Task _reading = Task.CompletedTask;

    private PortalProcess(string program, IEnumerable<string> arguments, IEnumerable<(string Key, string Value)> settings)
    {
        (string, string)[] defaults = [("ASPNETCORE_ENVIRONMENT", "Development"), ("Portal:KeysDirectory", _keys.FullName)];
        _process = new Process { StartInfo = Configure(program, arguments, [.. defaults, .. settings]) };
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.Start();
        _process.BeginErrorReadLine();
    }

    /// <summary>At "localhost", which to the browser is another site than the sandbox at 127.0.0.1.</summary>
    public Uri Address { get; private set; } = default!;

    public IReadOnlyCollection<string> Output => _output;

    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

    /// <summary>Of all processors so far.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public static Task<PortalProcess> StartAsync(
        IEnumerable<(string Key, string Value)> settings, CancellationToken cancellationToken, bool readsOutput = true) =>
        StartAsync(Repository.Portal, [], settings, cancellationToken, readsOutput);

    /// <summary>Another program that prints its address as the portal does.</summary>
    /// <param name="program">The program's file.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="settings">Keys with colons, or names of environment variables.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <param name="readsOutput">Whether standard output is read once the program listens; else it fills the pipe.</param>
    public static async Task<PortalProcess> StartAsync(
        string program, IEnumerable<string> arguments, IEnumerable<(string Key, string Value)> settings,
        CancellationToken cancellationToken, bool readsOutput = true)
    {
        var portal = new PortalProcess(program, arguments, settings);
        try
        {
            await portal.WaitForAddressAsync().WaitAsync(StartLimit, cancellationToken);
        }
        catch (Exception failure)
        {
            await portal.DisposeAsync();
            throw new InvalidOperationException($"The portal did not start:\n{string.Join('\n', portal._output)}", failure);
        }

        if (readsOutput)
            portal._reading = portal.ReadToEndAsync();
        return portal;
    }

    /// <summary>Runs the portal until it exits. One that starts to listen is killed.</summary>
    public static async Task<(int ExitCode, string Output, string Errors)> RunAsync(
        string environment, params (string Key, string Value)[] settings)
    {
        var stop = TestContext.Current.CancellationToken;
        using var process = Process.Start(Configure(Repository.Portal, [], [("ASPNETCORE_ENVIRONMENT", environment), .. settings]))!;
        var errors = process.StandardError.ReadToEndAsync(stop);
        var output = new StringBuilder();
        while (await process.StandardOutput.ReadLineAsync(stop) is { } line)
        {
            output.AppendLine(line);
            if (Listening().IsMatch(line))
                process.Kill();
        }

        await process.WaitForExitAsync(stop);
        return (process.ExitCode, output.ToString(), await errors);
    }

    /// <summary>The next line of an output that is not read otherwise; null at its end.</summary>
    public async Task<string?> ReadLineAsync()
    {
        var line = await _process.StandardOutput.ReadLineAsync();
        Keep(line);
        return line;
    }

    /// <summary>SIGKILL: nothing is tidied up.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
    }

    /// <summary>SIGTERM, as an orchestrator stops it.</summary>
    public async Task TerminateAsync(CancellationToken cancellationToken)
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(cancellationToken);
    }

    /// <summary>Returns its exit code.</summary>
    public async Task<int> WaitForExitAsync(CancellationToken cancellationToken)
    {
        await _process.WaitForExitAsync(cancellationToken);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
        await _reading;
        _process.Dispose();
        _keys.Delete(recursive: true);
    }

    private static ProcessStartInfo Configure(
        string program, IEnumerable<string> arguments, IEnumerable<(string Key, string Value)> settings)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Repository.Root,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        foreach (var (key, value) in settings)
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        return start;
    }

    private async Task WaitForAddressAsync()
    {
        while (await ReadLineAsync() is { } line)
        {
            if (Listening().Match(line) is { Success: true } match)
            {
                Address = new Uri($"http://localhost:{match.Groups["port"].Value}");
                return;
            }
        }

        await _process.WaitForExitAsync();
        throw new InvalidOperationException($"It ended with {_process.ExitCode}.");
    }

    private async Task ReadToEndAsync()
    {
        while (await ReadLineAsync() is not null)
        {
        }
    }

    private void Keep(string? line)
    {
        if (line is not null)
            _output.Enqueue(line);
    }

    [GeneratedRegex(@"Now listening on: \\?""?http://127\.0\.0\.1:(?<port>\d+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Listening();
}
