using AvayaCloud.Identity;

namespace SpacesPortal.Operations;

/// <summary>A line for each request, without query and headers: codes, states and cookies stand there.</summary>
internal sealed partial class RequestLog(RequestDelegate next, TimeProvider clock, ILogger<RequestLog> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var start = clock.GetTimestamp();
        await next(context);
        var milliseconds = (int)clock.GetElapsedTime(start).TotalMilliseconds;
        Served(logger, context.Request.Method, context.Request.Path, context.Response.StatusCode, milliseconds, context.GetSession()?.Id, context.TraceIdentifier);
    }

    [LoggerMessage(1001, LogLevel.Information, "{Method} {Path} {Status} in {Milliseconds} ms, session {Session}, request {RequestId}")]
    private static partial void Served(ILogger logger, string method, string path, int status, int milliseconds, SessionId? session, string requestId);
}
