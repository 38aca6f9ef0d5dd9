using System.Net;
using System.Net.WebSockets;
using System.Text.RegularExpressions;

namespace SpacesPortal.Testing;

/// <summary>The channel of an open page to its replica, connected as wwwroot/session.js does it.</summary>
internal static partial class PageChannel
{
    public static async Task<ClientWebSocket> ConnectAsync(
        Uri portal, CookieContainer cookies, string mark, CancellationToken cancellationToken)
    {
        var socket = new ClientWebSocket { Options = { Cookies = cookies } };
        var address = new UriBuilder(portal) { Scheme = "ws", Path = "/session/channel", Query = $"session={mark}" };
        await socket.ConnectAsync(address.Uri, cancellationToken);
        return socket;
    }

    /// <summary>The session mark that the portal renders for the visitor.</summary>
    public static async Task<string> GetMarkAsync(Visitor visitor) =>
        Mark().Match(await (await visitor.GetAsync("/profile")).Content.ReadAsStringAsync()).Groups["mark"].Value;

    [GeneratedRegex(
        """<meta name="session" content="(?<mark>[^"]+)" """,
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Mark();
}
