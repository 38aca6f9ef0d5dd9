using System.Diagnostics;
using System.Net;
using System.Net.WebSockets;

namespace SpacesPortal.Benchmarks.SignOut;

/// <summary>A page's channel to its replica (docs/decisions/0008).</summary>
internal static class ListeningPage
{
    /// <summary>Open by then; the inner task ends with the first message, and returns when it came.</summary>
    public static async Task<Task<long>> OpenAsync(Uri portal, CookieContainer cookies, string mark, CancellationToken cancellationToken) =>
        ReceiveAsync(await PageChannel.ConnectAsync(portal, cookies, mark, cancellationToken), cancellationToken);

    private static async Task<long> ReceiveAsync(ClientWebSocket socket, CancellationToken cancellationToken)
    {
        using (socket)
        {
            var message = await socket.ReceiveAsync(new byte[256], cancellationToken);
            return message.MessageType == WebSocketMessageType.Text
                ? Stopwatch.GetTimestamp()
                : throw new InvalidOperationException("A page was cut off without a message.");
        }
    }
}
