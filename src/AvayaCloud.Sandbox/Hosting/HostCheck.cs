namespace AvayaCloud.Sandbox.Hosting;

/// <summary>Rejects other host names, against DNS rebinding: a site whose name points to 127.0.0.1 must not read the sandbox.</summary>
internal sealed class HostCheck(RequestDelegate next, PublicAddress address)
{
    public Task InvokeAsync(HttpContext context)
    {
        var host = context.Request.Host.Host;
        if (PublicAddress.IsLoopback(host) || string.Equals(host, address.Host, StringComparison.OrdinalIgnoreCase))
            return next(context);
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return context.Response.WriteAsync(
            "The sandbox accepts only localhost, loopback addresses and the host of Sandbox:PublicUrl.", context.RequestAborted);
    }
}
