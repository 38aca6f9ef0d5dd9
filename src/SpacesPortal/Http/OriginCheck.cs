namespace SpacesPortal.Http;

/// <summary>Restricts circuits and session channels to the portal's own pages. Browsers let any site open a WebSocket to the portal with
/// its cookie, and only the Origin header reveals it (ASVS 4.4.2). A request without that header does not come from a browser.</summary>
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

    private bool IsOwn(HttpRequest request)
    {
        var origin = request.Headers.Origin;
        return origin.Count == 0
            || string.Equals(origin, _publicOrigin ?? $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
    }
}
