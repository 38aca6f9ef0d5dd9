namespace AvayaCloud.Sandbox.Hosting;

/// <summary>Writes each request into the log when it arrives, and adds its response when it is sent.</summary>
internal sealed class RequestLogMiddleware(RequestDelegate next, RequestLog log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "/";
        if (EndpointKind.IsOwn(path))
        {
            await next(context);
            return;
        }

        // The form is read first: the grant type decides the kind, and the kind decides which fault applies.
        var form = HttpMethods.IsPost(context.Request.Method) ? await context.TryReadFormAsync() : null;
        var grantType = form?.GetSingle("grant_type");
        var entry = log.Add(context.Request.Method, path, EndpointKind.Get(path, grantType));
        entry.Grant = MaskUnknown(grantType);
        context.Features.Set(entry);
        try
        {
            await next(context);
            entry.Status = context.RequestAborted.IsCancellationRequested ? 0 : context.Response.StatusCode;
            entry.Outcome ??= entry.Status < 400 ? "ok" : "refused";
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // A bug of the sandbox. Only the type is logged, because the message might contain a token.
            entry.Outcome = "error " + exception.GetType().Name;
            entry.Status = StatusCodes.Status500InternalServerError;
            if (!context.Response.HasStarted)
                context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        }
    }

    // A client may send anything as the grant type, even a token.
    private static string? MaskUnknown(string? grantType) => grantType switch
    {
        null or "authorization_code" or "refresh_token" or "password" or "revoke_token" => grantType,
        _ => "unknown",
    };
}
