using System.Net;

namespace AvayaCloud.Sandbox.Hosting;

/// <summary>Answers only to its own names: a page elsewhere that points its name at 127.0.0.1 (DNS rebinding) gets nothing.</summary>
internal sealed class HostCheck(RequestDelegate next, PublicAddress address)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (IsOurs(context.Request.Host.Host))
            return next(context);
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return context.Response.WriteAsync(
            "The sandbox answers to localhost, loopback addresses and Sandbox:PublicUrl only.", context.RequestAborted);
    }

    private bool IsOurs(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || string.Equals(host, address.Host, StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
}
