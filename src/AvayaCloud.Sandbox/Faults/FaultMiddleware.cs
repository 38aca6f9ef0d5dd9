namespace AvayaCloud.Sandbox.Faults;

/// <summary>Makes a request fail in the way that was asked for.</summary>
internal sealed class FaultMiddleware(RequestDelegate next, SandboxFaults faults, TimeProvider clock)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var request = context.Features.Get<LoggedRequest>();
        var fault = request is null ? null : faults.Take(request);
        switch (fault)
        {
            case null:
                await next(context);
                return;
            case Fault.Held { BeforeEffect: true } held:
                await held.Request.WaitAsync(context.RequestAborted);
                await next(context);
                return;
            case Fault.Response response:
                await RespondAsync(context, response);
                break;
            case Fault.DroppedRequest:
                context.Abort();
                break;
            default:
                await SpoilResponseAsync(context, fault);
                break;
        }

        request!.Outcome = "fault " + fault.Name;
    }

    private static async Task RespondAsync(HttpContext context, Fault.Response fault)
    {
        context.Response.StatusCode = fault.Status;
        context.Response.ContentType = fault.ContentType;
        if (fault.RetryAfter is { } delay)
            context.Response.Headers.RetryAfter = ((int)Math.Ceiling(delay.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        await context.Response.WriteAsync(fault.Body, context.RequestAborted);
    }

    private async Task SpoilResponseAsync(HttpContext context, Fault fault)
    {
        var body = await CaptureResponseAsync(context);
        switch (fault)
        {
            case Fault.DroppedResponse:
                context.Abort();
                return;
            case Fault.Held held:
                await held.Request.WaitAsync(context.RequestAborted);
                break;
            case Fault.DelayedResponse delayed:
                await Task.Delay(delayed.Duration, clock, context.RequestAborted);
                break;
            case Fault.RewrittenResponse rewritten:
                body = Rewrite(context.Response, rewritten, body);
                break;
        }

        context.Response.ContentLength = body.Length;
        var sent = fault is Fault.TruncatedResponse ? body.AsMemory(0, body.Length / 2) : body;
        await context.Response.Body.WriteAsync(sent, context.RequestAborted);
        // Kestrel closes the connection after fewer bytes than announced. An abort could lose the first half as well.
        await context.Response.Body.FlushAsync(context.RequestAborted);
    }

    private async Task<byte[]> CaptureResponseAsync(HttpContext context)
    {
        var original = context.Response.Body;
        using var captured = new MemoryStream();
        context.Response.Body = captured;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = original;
        }

        return captured.ToArray();
    }

    private static byte[] Rewrite(HttpResponse response, Fault.RewrittenResponse fault, byte[] body)
    {
        response.StatusCode = fault.Status ?? response.StatusCode;
        response.ContentType = fault.ContentType ?? response.ContentType;
        return Encoding.UTF8.GetBytes(fault.Body(Encoding.UTF8.GetString(body)));
    }
}
