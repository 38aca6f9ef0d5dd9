using System.Net;
using System.Net.Sockets;

namespace SpacesPortal.Testing;

/// <summary>For servers whose address must be known before they listen.</summary>
internal static class LoopbackPort
{
    /// <summary>
    /// Below the ports of outgoing connections, so that the system gives it to no other program before the server listens or while it is
    /// stopped.
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
                // In use; try another.
            }
        }
    }
}
