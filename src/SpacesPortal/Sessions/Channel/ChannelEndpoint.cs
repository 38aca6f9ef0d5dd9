namespace SpacesPortal.Sessions;

/// <summary>
/// Where each page of a session listens: a WebSocket, of which browsers allow hundreds, where they allow six event streams (HTTP/1.1).
/// </summary>
internal static partial class ChannelEndpoint
{
    public const string Path = "/session/channel";

    public static void MapSessionChannel(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet(Path, ListenAsync).WithMetadata(new NoActivityAttribute(), new NoRefreshAttribute());

    private static async Task ListenAsync(
        HttpContext context, SessionChannels channels, SessionMonitor monitor, Drain drain, TimeProvider clock,
        ILogger<SessionChannel> logger)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            context.Response.StatusCode = StatusCodes.Status426UpgradeRequired;
            return;
        }

        if (drain.IsUnderWay)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }

        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        var channel = new SessionChannel(socket, clock);
        if (context.GetSession() is not { } session || SessionMark.Of(context.Request) != SessionMark.Of(session.Id))
        {
            if (context.Request.Headers.Cookie.Count == 0)
                CameWithoutCookies(logger);
            // A refusal before the upgrade would look to the page like a broken network.
            channel.Say(context.HasEndedSession() ? ChannelMessage.Of(context.GetSessionEnd()) : ChannelMessage.Ask);
            channel.Close();
            await channel.RunAsync(context.RequestAborted);
            return;
        }

        using var attached = channels.Attach(session.Id, channel);
        // Ended between the cookie's validation and the line above.
        if (monitor.GetEndReason(session.Id) is { } why)
            channels.OnEnded(session.Id, why);
        await channel.RunAsync(context.RequestAborted);
    }

    [LoggerMessage(
        1402, LogLevel.Warning,
        "A page's WebSocket came without any cookie. If its person is signed in, a proxy keeps cookies from WebSockets: "
        + "pages work, but hear of a sign-out only with the next click.")]
    private static partial void CameWithoutCookies(ILogger logger);
}
