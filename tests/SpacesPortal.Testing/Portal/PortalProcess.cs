using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace SpacesPortal.Testing;

/// <summary>The portal as people run it: its own program, a real port, and everything that it prints.</summary>
internal sealed partial class PortalProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(2);

    private readonly ConcurrentQueue<string> _output = new();
    private readonly TaskCompletionSource<int> _port = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly DirectoryInfo _keys = Directory.CreateTempSubdirectory("spaces-keys-");
    private readonly Process _process;

    private PortalProcess(string program, IEnumerable<string> arguments, IEnumerable<KeyValuePair<string, string>> settings)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Repository.Root,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment["Portal__KeysDirectory"] = _keys.FullName;
        foreach (var (name, value) in settings)
            start.Environment[name] = value;

        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => Read(line.Data);
        _process.Exited += (_, _) =>
            _port.TrySetException(new InvalidOperationException($"The portal ended at start:\n{string.Join('\n', _output)}"));
    }

    /// <summary>By name, where the sandbox is known by number: two sites to the browser, as the portal and Avaya Cloud are.</summary>
    public Uri Address { get; private set; } = default!;

    public IReadOnlyCollection<string> Output => _output;

    public bool HasEnded => _process.HasExited;

    public int ExitCode => _process.ExitCode;

    /// <summary>What it has used of all processors so far.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public static Task<PortalProcess> StartAsync(IEnumerable<KeyValuePair<string, string>> settings, CancellationToken cancellationToken) =>
        StartAsync(Repository.Portal, [], settings, cancellationToken);

    /// <summary>Another program that tells its address as the portal does.</summary>
    public static async Task<PortalProcess> StartAsync(
        string program, IEnumerable<string> arguments, IEnumerable<KeyValuePair<string, string>> settings,
        CancellationToken cancellationToken)
    {
        var portal = new PortalProcess(program, arguments, settings);
        portal._process.Start();
        portal._process.BeginOutputReadLine();
        portal._process.BeginErrorReadLine();
        var port = await portal.ListenAsync(cancellationToken);
        portal.Address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://localhost:{port}"));
        return portal;
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

    public Task WaitForEndAsync(CancellationToken cancellationToken) => _process.WaitForExitAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
        _keys.Delete(recursive: true);
    }

    private async Task<int> ListenAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _port.Task.WaitAsync(StartLimit, cancellationToken);
        }
        catch (TimeoutException late)
        {
            await DisposeAsync();
            throw new InvalidOperationException(
                $"The portal did not listen within {StartLimit.TotalSeconds} s:\n{string.Join('\n', _output)}", late);
        }
    }

    private void Read(string? line)
    {
        if (line is null)
            return;
        _output.Enqueue(line);
        if (Listening().Match(line) is { Success: true } match)
            _port.TrySetResult(int.Parse(match.Groups["port"].Value, CultureInfo.InvariantCulture));
    }

    [GeneratedRegex(@"Now listening on: \\?""?http://127\.0\.0\.1:(?<port>\d+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Listening();
}
