using System.Net;
using System.Net.Sockets;

namespace SpacesPortal.Profile;

/// <summary>
/// The road to pictures. Their addresses are other people's text, so every connection, redirects included, is checked
/// where it is made: after the name was resolved, with the very address that is dialled.
/// </summary>
internal sealed class PhotoTransport(IOptions<SpacesApiOptions> api) : IDisposable
{
    private readonly Lazy<HttpMessageInvoker> _road = new(() => new HttpMessageInvoker(Build(api.Value.BaseUrl)));

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        _road.Value.SendAsync(request, cancellationToken);

    public void Dispose()
    {
        if (_road.IsValueCreated)
            _road.Value.Dispose();
    }

    private static SocketsHttpHandler Build(Uri? avaya) => new()
    {
        AllowAutoRedirect = true,
        MaxAutomaticRedirections = 3,
        UseCookies = false,
        // A proxy would dial for us, and the check below would only see the proxy.
        UseProxy = false,
        ConnectTimeout = TimeSpan.FromSeconds(3),
        MaxConnectionsPerServer = 16,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectCallback = (context, cancellationToken) => DialAsync(context.DnsEndPoint, avaya, cancellationToken),
    };

    private static async ValueTask<Stream> DialAsync(DnsEndPoint target, Uri? avaya, CancellationToken cancellationToken)
    {
        var trusted = avaya is not null
            && avaya.Port == target.Port && string.Equals(avaya.IdnHost, target.Host, StringComparison.OrdinalIgnoreCase);
        var addresses = await Dns.GetHostAddressesAsync(target.Host, cancellationToken);
        var open = trusted ? addresses : [.. addresses.Where(PublicAddresses.Contains)];
        if (open.Length == 0)
            throw new HttpRequestException("The picture's host is not on the open internet.");

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(open, target.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
