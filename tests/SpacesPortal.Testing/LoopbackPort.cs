using System.Net;
using System.Net.Sockets;

namespace SpacesPortal.Testing;

/// <summary>For servers whose address others are told before they listen.</summary>
internal static class LoopbackPort
{
    /// <summary>
    /// Below those that outgoing connections take: until the server listens, and while it is stopped, nobody else gets it.
    /// </summary>
    public static int Free()
    {
        while (true)
        {
            var port = Random.Shared.Next(20_000, 32_000);
            try
            {
                using var probe = new TcpListener(IPAddress.Loopback, port);
                probe.Start();
                return port;
            }
            catch (SocketException)
            {
                // Somebody's; another one then.
            }
        }
    }
}
