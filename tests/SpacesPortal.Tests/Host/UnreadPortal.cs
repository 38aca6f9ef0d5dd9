using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;

namespace SpacesPortal.Tests.Host;

/// <summary>A portal of Production whose standard output nobody reads until a test does.</summary>
internal sealed class UnreadPortal : IAsyncDisposable
{
    private readonly DirectoryInfo _keys = Directory.CreateTempSubdirectory("spaces-keys-");
    private readonly Process _process;
    private readonly HttpClient _http;

    private UnreadPortal(params (string Key, string Value)[] settings)
    {
        var address = string.Create(CultureInfo.InvariantCulture, $"http://localhost:{LoopbackPort.Free()}");
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["ASPNETCORE_URLS"] = address;
        (string Key, string Value)[] needed =
        [
            ("AvayaCloud__ClientId", "x"), ("AvayaCloud__ClientSecret", "x"), ("Portal__PublicUrl", address),
            ("Portal__KeysDirectory", _keys.FullName),
        ];
        foreach (var (key, value) in needed.Concat(settings))
            start.Environment[key] = value;
        _process = Process.Start(start)!;
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(address) };
    }

    /// <summary>Instances of inotify, of which a user of the machine has a limited number (128 by default).</summary>
    public int FileWatches =>
        Directory.EnumerateFiles(
            string.Create(CultureInfo.InvariantCulture, $"/proc/{_process.Id}/fd")).Count(file =>
                new FileInfo(file).LinkTarget == "anon_inode:inotify");

    public static async Task<UnreadPortal> StartAsync(params (string Key, string Value)[] settings)
    {
        var portal = new UnreadPortal(settings);
        await Eventually.TrueAsync(portal.IsReadyAsync, TestContext.Current.CancellationToken);
        return portal;
    }

    public async Task<int> SendAsync(HttpMethod method, string path)
    {
        using var request = new HttpRequestMessage(method, path);
        using var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        return (int)response.StatusCode;
    }

    /// <summary>The next entry of that id; null when the output ends before.</summary>
    public async Task<JsonNode?> ReadAsync(int eventId)
    {
        while (await _process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            var properties = JsonNode.Parse(line)!["Properties"]!;
            if ((int?)properties["EventId"]?["Id"] == eventId)
                return properties;
        }

        return null;
    }

    /// <summary>SIGTERM.</summary>
    public async Task TerminateAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    public async Task<int> EndAsync()
    {
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
        _http.Dispose();
        _keys.Delete(recursive: true);
    }

    private async Task<bool> IsReadyAsync()
    {
        try
        {
            return await SendAsync(HttpMethod.Get, "/health/ready") == 200;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
