namespace SpacesPortal.Http;

/// <summary>Has a request answered as if it were a GET. Its own method is put back afterwards, because the request log tells it.</summary>
internal static class RunAsGet
{
    public static async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var method = context.Request.Method;
        context.Request.Method = HttpMethods.Get;
        try
        {
            await next(context);
        }
        finally
        {
            context.Request.Method = method;
        }
    }
}
