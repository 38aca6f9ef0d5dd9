namespace SpacesPortal.Sessions;

/// <summary>Binds a circuit to the session of the page that starts it. A connect or reconnect with another user's cookie is refused, and
/// the page reloads. When the session ends, its connections are cut, whatever the page does.</summary>
internal sealed partial class CircuitBinding(
    RequestDelegate next, SessionChannels channels, SessionMonitor monitor, PortalMetrics metrics, Drain drain,
    ILogger<CircuitBinding> logger)
{
    private static readonly PathString Circuits = "/_blazor";

    // A static file, and a beacon without a query that is useless without the circuit's secret.
    private static readonly PathString[] Unbound = ["/_blazor/initializers", "/_blazor/disconnect"];

    public Task InvokeAsync(HttpContext context)
    {
        var path = context.Request.Path;
        var isCircuit = path.StartsWithSegments(Circuits, StringComparison.OrdinalIgnoreCase);
        if (!isCircuit || Array.Exists(Unbound, unbound => path.StartsWithSegments(unbound, StringComparison.OrdinalIgnoreCase)))
            return next(context);
        if (context.GetSessionOfPage() is not { } session)
        {
            Refused(logger);
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        }

        return drain.TryReject(context) ? Task.CompletedTask : BindAsync(context, session.Id);
    }

    private async Task BindAsync(HttpContext context, SessionId id)
    {
        using var attachment = channels.Attach(id, () =>
        {
            if (context.WebSockets.IsWebSocketRequest)
                metrics.CircuitEnded();
            context.Abort();
        });
        if (monitor.GetEndReason(id) is null)
            await next(context);
    }

    [LoggerMessage(1401, LogLevel.Information, "A circuit was refused: its page belongs to another session than the browser's cookie.")]
    private static partial void Refused(ILogger logger);
}
