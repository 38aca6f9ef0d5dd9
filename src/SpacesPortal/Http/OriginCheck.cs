namespace SpacesPortal.Http;

/// <summary>
/// Circuits and session channels are for this portal's own pages. Browsers let any site open a WebSocket here and send the cookie along;
/// only the Origin header tells (ASVS 4.4.2). A request without one comes from no browser.
/// </summary>
internal sealed class OriginCheck(RequestDelegate next, IOptions<AvayaCloudSettings> settings)
{
    private static readonly PathString[] Sockets = ["/_blazor", ChannelEndpoint.Path];
    private readonly string? _publicOrigin = settings.Value.PublicUrl?.GetLeftPart(UriPartial.Authority);

    public Task InvokeAsync(HttpContext context)
    {
        var isSocket = Array.Exists(Sockets, path => context.Request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase));
        if (!isSocket || IsOwn(context.Request))
            return next(context);
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private bool IsOwn(HttpRequest request) => request.Headers.Origin is not [{ Length: > 0 } origin]
        ? request.Headers.Origin.Count == 0
        : string.Equals(origin, _publicOrigin ?? $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
}
