using System.Diagnostics;
using System.Net;
using System.Net.WebSockets;
using System.Text.RegularExpressions;

namespace SpacesPortal.Benchmarks.SignOut;

/// <summary>A page's channel to its replica (docs/decisions/0008).</summary>
internal static partial class ListeningPage
{
    /// <summary>Open by then; the inner task ends with the first word, and says when it came.</summary>
    public static async Task<Task<long>> OpenAsync(Uri portal, CookieContainer cookies, string html, CancellationToken cancellationToken)
    {
        var socket = new ClientWebSocket { Options = { Cookies = cookies } };
        var address = new UriBuilder(portal)
        {
            Scheme = "ws",
            Path = "/session/channel",
            Query = $"session={Mark().Match(html).Groups["mark"].Value}",
        };
        await socket.ConnectAsync(address.Uri, cancellationToken);
        return HearAsync(socket, cancellationToken);
    }

    private static async Task<long> HearAsync(ClientWebSocket socket, CancellationToken cancellationToken)
    {
        using (socket)
        {
            var word = await socket.ReceiveAsync(new byte[256], cancellationToken);
            return word.MessageType == WebSocketMessageType.Text
                ? Stopwatch.GetTimestamp()
                : throw new InvalidOperationException("A page was cut off without a word.");
        }
    }

    [GeneratedRegex(
        """<meta name="session" content="(?<mark>[^"]+)" """,
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Mark();
}
