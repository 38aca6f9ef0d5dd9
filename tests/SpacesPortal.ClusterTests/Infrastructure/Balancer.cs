using System.Diagnostics;
using System.Globalization;

namespace SpacesPortal.ClusterTests.Infrastructure;

/// <summary>HAProxy before the replicas: each request goes to the next one that is ready.</summary>
internal sealed class Balancer : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("spaces-balancer-");
    private Process? _process;

    /// <summary>Known before the replicas start, because it is one of their settings.</summary>
    public Uri Address { get; } = new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{LoopbackPort.Free()}"));

    public async Task StartAsync(IEnumerable<Uri> replicas, CancellationToken cancellationToken)
    {
        var servers = replicas.Select(
            (address, number) => $"  server replica{number} 127.0.0.1:{address.Port} check inter 300 fall 3 rise 1");
        var file = Path.Combine(_folder.FullName, "haproxy.cfg");
        await File.WriteAllTextAsync(file, $"""
            defaults
              mode http
              timeout connect 2s
              timeout check 5s
              timeout client 120s
              timeout server 120s
              timeout tunnel 1h
              retries 2
              option redispatch
            frontend portal
              bind 127.0.0.1:{Address.Port}
              default_backend replicas
            backend replicas
              balance roundrobin
              option httpchk
              http-check send meth GET uri /health/ready ver HTTP/1.1 hdr Host localhost
            {string.Join('\n', servers)}

            """, cancellationToken);
        _process = Process.Start(new ProcessStartInfo(DebianPackage.HaProxy.Program, ["-db", "-f", file])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;
        _process.BeginErrorReadLine();
        _process.BeginOutputReadLine();
        using var http = new HttpClient { BaseAddress = Address };
        await Eventually.TrueAsync(async () =>
        {
            try
            {
                return (await http.GetAsync(new Uri("/health/ready", UriKind.Relative), cancellationToken)).IsSuccessStatusCode;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        }, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
        {
            _process.Kill();
            await _process.WaitForExitAsync(CancellationToken.None);
        }

        _process?.Dispose();
        _folder.Delete(recursive: true);
    }
}
