namespace AvayaCloud.Sandbox.Faults;

/// <summary>Lets the call go wrong in the way that was asked for.</summary>
internal sealed class FaultMiddleware(RequestDelegate next, SandboxFaults faults, TimeProvider clock)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var fault = context.Call() is { } call ? faults.Take(call) : null;
        switch (fault)
        {
            case null:
                await next(context);
                return;
            case Fault.Instead instead:
                await AnswerAsync(context, instead);
                break;
            case Fault.Dropped:
                context.Abort();
                break;
            case Fault.Held { BeforeEffect: true } held:
                await held.Answers.WaitAsync(context.RequestAborted);
                await next(context);
                return;
            default:
                await SpoilAsync(context, fault);
                break;
        }

        context.Outcome("fault " + fault.Name);
    }

    private static async Task AnswerAsync(HttpContext context, Fault.Instead instead)
    {
        context.Response.StatusCode = instead.Status;
        context.Response.ContentType = instead.ContentType;
        if (instead.RetryAfter is { } wait)
            context.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        await context.Response.WriteAsync(instead.Body, context.RequestAborted);
    }

    /// <summary>The work is done, its answer caught, and then spoilt.</summary>
    private async Task SpoilAsync(HttpContext context, Fault fault)
    {
        var wire = context.Response.Body;
        using var answer = new MemoryStream();
        context.Response.Body = answer;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = wire;
        }

        if (fault is Fault.LostAnswer)
        {
            context.Abort();
            return;
        }

        var bytes = answer.ToArray();
        if (fault is Fault.Held held)
            await held.Answers.WaitAsync(context.RequestAborted);
        if (fault is Fault.Delayed late)
            await Task.Delay(late.Delay, clock, context.RequestAborted);

        if (fault is Fault.Retold retold)
            bytes = Retell(context.Response, retold, bytes);

        context.Response.ContentLength = bytes.Length;
        var sent = fault is Fault.CutShort ? bytes.AsMemory(0, bytes.Length / 2) : bytes;
        await wire.WriteAsync(sent, context.RequestAborted);
        // Fewer bytes than announced make Kestrel close the connection; to abort it could swallow the first half, too.
        await wire.FlushAsync(context.RequestAborted);
    }

    private static byte[] Retell(HttpResponse response, Fault.Retold retold, byte[] answer)
    {
        response.StatusCode = retold.Status ?? response.StatusCode;
        response.ContentType = retold.ContentType ?? response.ContentType;
        return Encoding.UTF8.GetBytes(retold.Body(Encoding.UTF8.GetString(answer)));
    }
}
