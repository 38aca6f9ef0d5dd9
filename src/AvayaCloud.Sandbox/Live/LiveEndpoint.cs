namespace AvayaCloud.Sandbox.Live;

/// <summary>spacesapis-socket.avayacloud.com [wire 5.1]: Engine.IO 3, and the websocket as the only transport.</summary>
internal static class LiveEndpoint
{
    public static void AddLive(this IServiceCollection services)
    {
        services.AddSingleton<LiveHub>()
            .AddSingleton<IListeners>(it => it.GetRequiredService<LiveHub>())
            .AddSingleton(it => new SandboxSockets(it.GetRequiredService<LiveHub>()));
        services.AddSingleton<ChatNamespace>().AddSingleton<SpaceChannels>().AddSingleton<ChatMessages>().AddSingleton<Presence>();
    }

    public static void MapLive(this IEndpointRouteBuilder app) => app.Map("/socket.io", ServeAsync);

    private static async Task ServeAsync(
        HttpContext context, LiveHub hub, ChatNamespace chat, TimeProvider clock, IHostApplicationLifetime lifetime)
    {
        if (Problem(context) is var (code, message))
        {
            context.SetOutcome("transport");
            await Json.WriteAsync(context, StatusCodes.Status400BadRequest, new JsonObject { ["code"] = code, ["message"] = message });
            return;
        }

        // Pings are Engine.IO's affair here, so none of the websocket's own.
        using var wire = await context.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext { KeepAliveInterval = TimeSpan.Zero });
        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        using var socket = new LiveSocket(wire, clock);
        var session = new LiveSession(socket);
        hub.Add(session);
        try
        {
            await socket.RunAsync(
                (text, cancellationToken) => chat.TakeAsync(session, text, context.Request.Query, cancellationToken), end.Token);
        }
        finally
        {
            hub.Remove(session);
        }
    }

    // Code and words are those of engine.io servers of that age [guess]; the refusal of another protocol came with the next one.
    private static (int Code, string Message)? Problem(HttpContext context) => (string?)context.Request.Query["EIO"] switch
    {
        _ when context.Request.Query["transport"] != "websocket" => (0, "Transport unknown"),
        not "3" => (5, "Unsupported protocol version"),
        _ when !context.WebSockets.IsWebSocketRequest => (3, "Bad request"),
        _ => null,
    };
}
