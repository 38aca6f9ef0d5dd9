using Microsoft.Net.Http.Headers;

namespace SpacesPortal.Http;

/// <summary>The headers of every answer, errors and static files included; built once.</summary>
internal sealed class SecurityHeaders
{
    private readonly RequestDelegate _next;
    private readonly string _policy;
    private readonly bool _isHttps;

    public SecurityHeaders(RequestDelegate next, IOptions<AvayaCloudSettings> settings)
    {
        _next = next;
        _isHttps = settings.Value.IsHttps;
        _policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
            + "manifest-src 'self'; form-action 'self'; base-uri 'self'; frame-ancestors 'none'; object-src 'none'";
    }

    public Task InvokeAsync(HttpContext context)
    {
        // At the last moment: the exception handler clears what was set before.
        context.Response.OnStarting(() =>
        {
            Write(context.Response.Headers);
            return Task.CompletedTask;
        });
        return _next(context);
    }

    private void Write(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = _policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=(), usb=()";
        if (_isHttps)
            headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
        // Pages show somebody's data: no cache keeps them (ASVS 14.3.2). Static files say themselves how long they last.
        if (!headers.ContainsKey(HeaderNames.CacheControl) || headers.ContainsKey(HeaderNames.SetCookie))
            headers.CacheControl = "no-store";
    }
}
