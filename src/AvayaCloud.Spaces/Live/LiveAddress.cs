namespace AvayaCloud.Spaces;

/// <summary>Where the socket is, with token and its kind in the query [wire 5.1]: the API has no other way to be told.</summary>
internal sealed class LiveAddress(Uri socketUrl)
{
    public Uri For(string token, TokenKind kind)
    {
        var address = new UriBuilder(socketUrl)
        {
            Scheme = socketUrl.Scheme is "https" or "wss" ? "wss" : "ws",
            Path = "/socket.io/",
            Query = $"token={Uri.EscapeDataString(token)}&tokenType={TypeOf(kind)}&EIO=3&transport=websocket",
        };
        return address.Uri;
    }

    /// <summary>jwt and oauth [docs D/guides/socketio]; for the others, past the cut of the docs, the word of the header [guess].</summary>
    private static string TypeOf(TokenKind kind) => kind == TokenKind.OAuth ? "oauth" : kind.Scheme();
}
