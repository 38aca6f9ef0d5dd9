using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging.Abstractions;

namespace AvayaCloud.Sandbox.Pages;

/// <summary>A Razor component with a parameter <c>Model</c>, rendered as static HTML without script, circuit or key ring.</summary>
internal sealed class PageResult<TPage>(object model, int status = StatusCodes.Status200OK) : IResult
    where TPage : IComponent
{
    // No form-action: Accept leads to the application, whose address can be any.
    private const string Policy = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'";

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { ["Model"] = model });
        await using var renderer = new HtmlRenderer(httpContext.RequestServices, NullLoggerFactory.Instance);
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<TPage>(parameters)).ToHtmlString());

        var response = httpContext.Response;
        response.StatusCode = status;
        response.ContentType = "text/html; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
        await response.WriteAsync("<!DOCTYPE html>\n" + html, Encoding.UTF8, httpContext.RequestAborted);
    }
}
