namespace AvayaCloud.Sandbox.Hosting;

/// <summary>Writes each call into the log as it arrives, and how it was answered when it was.</summary>
internal sealed class Recorder(RequestDelegate next, SandboxLog log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "/";
        if (CallKind.IsOwn(path))
        {
            await next(context);
            return;
        }

        // Read early: the grant decides the kind, and the kind decides which fault is due. The endpoint gets the same parsed form.
        var form = HttpMethods.IsPost(context.Request.Method) ? await context.FormAsync(context.RequestAborted) : null;
        var grant = form?.One("grant_type");
        var call = log.Arrived(context.Request.Method, path, CallKind.Of(path, grant));
        call.Grant = Known(grant);
        context.Keep(call);
        try
        {
            await next(context);
            call.Status = context.RequestAborted.IsCancellationRequested ? 0 : context.Response.StatusCode;
            call.Outcome ??= call.Status < 400 ? "ok" : "refused";
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            // A bug of the sandbox: the type says where to look, the message might quote a token.
            call.Outcome = "error " + problem.GetType().Name;
            call.Status = StatusCodes.Status500InternalServerError;
            if (!context.Response.HasStarted)
                context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        }
    }

    // What a client sends instead of a grant type might be anything, a token too.
    private static string? Known(string? grant) =>
        grant is "authorization_code" or "refresh_token" or "password" or "revoke_token" ? grant : grant is null ? null : "unknown";
}
