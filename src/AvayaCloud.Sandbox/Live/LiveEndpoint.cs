namespace AvayaCloud.Sandbox.Live;

/// <summary>spacesapis-socket.avayacloud.com [wire 5.1]: Engine.IO 3 with WebSocket as its only transport.</summary>
internal static class LiveEndpoint
{
    public static void AddLive(this IServiceCollection services)
    {
        services.AddSingleton<LiveHub>()
            .AddSingleton<ISubscriptions>(it => it.GetRequiredService<LiveHub>())
            .AddSingleton(it => new SandboxSockets(it.GetRequiredService<LiveHub>()));
        services.AddSingleton<ChatNamespace>().AddSingleton<SpaceChannels>().AddSingleton<ChatMessages>().AddSingleton<Presence>();
    }

    public static void MapLive(this IEndpointRouteBuilder app)
    {
        var services = app.ServiceProvider;
        services.GetRequiredService<StateFeed>().Subscribe(services.GetRequiredService<LiveHub>().Publish);
        app.Map("/socket.io", ServeAsync);
    }

    private static async Task ServeAsync(
        HttpContext context, LiveHub hub, ChatNamespace chat, TimeProvider clock, IHostApplicationLifetime lifetime)
    {
        if (Validate(context) is var (code, message))
        {
            context.SetOutcome("transport");
            await Json.WriteAsync(context, StatusCodes.Status400BadRequest, new JsonObject { ["code"] = code, ["message"] = message });
            return;
        }

        // The client sends pings by Engine.IO, so the WebSocket sends none.
        using var webSocket = await context.WebSockets.AcceptWebSocketAsync(
            new WebSocketAcceptContext { KeepAliveInterval = TimeSpan.Zero });
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        using var socket = new LiveSocket(webSocket, clock);
        var session = new LiveSession(socket);
        hub.Add(session);
        try
        {
            await socket.RunAsync(text => chat.TryHandle(session, text, context.Request.Query), stopping.Token);
        }
        finally
        {
            hub.Remove(session);
        }
    }

    // Codes and messages of engine.io servers of that age [guess]. Only later ones have the code for the protocol version.
    private static (int Code, string Message)? Validate(HttpContext context) => (string?)context.Request.Query["EIO"] switch
    {
        _ when context.Request.Query["transport"] != "websocket" => (0, "Transport unknown"),
        not "3" => (5, "Unsupported protocol version"),
        _ when !context.WebSockets.IsWebSocketRequest => (3, "Bad request"),
        _ => null,
    };
}
