namespace SpacesPortal.Sessions;

/// <summary>
/// A circuit belongs to the session of the page that starts it: connecting, or connecting again, with another person's cookie is refused,
/// and the page loads anew. When the session ends its connections are cut, whatever the page does.
/// </summary>
internal sealed partial class CircuitBinding(
    RequestDelegate next, SessionChannels channels, SessionMonitor monitor, PortalMetrics metrics, Drain drain,
    ILogger<CircuitBinding> logger)
{
    private static readonly PathString Circuits = "/_blazor";

    // The first is a file; the second is a beacon without a query, of use to nobody who does not know the circuit's secret.
    private static readonly PathString[] Open = ["/_blazor/initializers", "/_blazor/disconnect"];

    public Task InvokeAsync(HttpContext context)
    {
        var path = context.Request.Path;
        var isCircuit = path.StartsWithSegments(Circuits, StringComparison.OrdinalIgnoreCase);
        if (!isCircuit || Array.Exists(Open, open => path.StartsWithSegments(open, StringComparison.OrdinalIgnoreCase)))
            return next(context);
        if (context.GetSession() is not { } session || SessionMark.Of(context.Request) != SessionMark.Of(session.Id))
        {
            Refused(logger);
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        }

        if (drain.IsUnderWay)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return Task.CompletedTask;
        }

        return BindAsync(context, session.Id);
    }

    private async Task BindAsync(HttpContext context, SessionId id)
    {
        using var bound = channels.Attach(id, () =>
        {
            if (context.WebSockets.IsWebSocketRequest)
                metrics.CircuitEnded();
            context.Abort();
        });
        if (monitor.GetEndReason(id) is null)
            await next(context);
    }

    [LoggerMessage(1401, LogLevel.Information, "A circuit was refused: its page was made for another session than the browser has now.")]
    private static partial void Refused(ILogger logger);
}
