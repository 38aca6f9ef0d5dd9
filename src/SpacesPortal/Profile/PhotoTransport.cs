using System.Net;
using System.Net.Sockets;

namespace SpacesPortal.Profile;

/// <summary>The HTTP connection to pictures. Their addresses are untrusted, so each connection, also after a redirect, is checked against
/// the resolved IP address that it is made to (server-side request forgery).</summary>
internal sealed class PhotoTransport(IOptions<SpacesApiOptions> api) : IDisposable
{
    private readonly HttpMessageInvoker _invoker = new(Build(api.Value.BaseUrl));

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        _invoker.SendAsync(request, cancellationToken);

    public void Dispose() => _invoker.Dispose();

    private static SocketsHttpHandler Build(Uri? avaya) => new()
    {
        AllowAutoRedirect = true,
        MaxAutomaticRedirections = 3,
        UseCookies = false,
        // With a proxy, the check below would see only the proxy's address.
        UseProxy = false,
        ConnectTimeout = TimeSpan.FromSeconds(3),
        MaxConnectionsPerServer = 16,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectCallback = (context, cancellationToken) => ConnectAsync(context.DnsEndPoint, avaya, cancellationToken),
    };

    private static async ValueTask<Stream> ConnectAsync(DnsEndPoint target, Uri? avaya, CancellationToken cancellationToken)
    {
        var isAvaya = avaya is not null
            && avaya.Port == target.Port && string.Equals(avaya.IdnHost, target.Host, StringComparison.OrdinalIgnoreCase);
        var addresses = await Dns.GetHostAddressesAsync(target.Host, cancellationToken);
        var allowed = isAvaya ? addresses : [.. addresses.Where(PublicAddresses.Contains)];
        if (allowed.Length == 0)
            throw new HttpRequestException("The picture's host has no public IP address.");

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, target.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
