namespace SpacesPortal.Sessions;

/// <summary>The WebSocket on which each page of a session listens. Browsers allow hundreds of WebSockets, but only six event streams
/// (HTTP/1.1).</summary>
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

        if (drain.TryReject(context))
            return;

        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        var channel = new SessionChannel(socket, clock);
        if (context.GetSessionOfPage() is not { } session)
        {
            if (context.Request.Headers.Cookie.Count == 0)
                CameWithoutCookies(logger);
            // After the upgrade: to the page, a refusal before it would look like a network failure.
            channel.Send(context.HasEndedSession() ? ChannelMessage.Of(context.GetSessionEnd()) : ChannelMessage.Ask);
            channel.Complete();
            await channel.RunAsync(context.RequestAborted);
            return;
        }

        using var attachment = channels.Attach(session.Id, channel);
        // The session may have ended between the cookie's validation and the line above.
        if (monitor.GetEndReason(session.Id) is { } reason)
            channels.OnEnded(session.Id, reason);
        await channel.RunAsync(context.RequestAborted);
    }

    [LoggerMessage(
        1402, LogLevel.Warning,
        "A page's WebSocket arrived without any cookie. If its user is signed in, a proxy strips cookies from WebSocket requests: "
        + "pages work, but learn of a sign-out only at the next click.")]
    private static partial void CameWithoutCookies(ILogger logger);
}
