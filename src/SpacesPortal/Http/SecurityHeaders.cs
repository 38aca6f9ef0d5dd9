using Microsoft.Net.Http.Headers;

namespace SpacesPortal.Http;

/// <summary>Security headers for every response, including errors and static files.</summary>
internal sealed class SecurityHeaders(RequestDelegate next, IOptions<AvayaCloudSettings> settings)
{
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "manifest-src 'self'; form-action 'self'; base-uri 'self'; frame-ancestors 'none'; object-src 'none'";

    private readonly bool _isHttps = settings.Value.IsHttps;

    public Task InvokeAsync(HttpContext context)
    {
        // As late as possible, because the exception handler clears headers set earlier.
        context.Response.OnStarting(() =>
        {
            Write(context.Response.Headers);
            return Task.CompletedTask;
        });
        return next(context);
    }

    private void Write(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=(), usb=()";
        if (_isHttps)
            headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
        // Pages show personal data and must not be cached (ASVS 14.3.2). Static files set their own lifetime.
        if (!headers.ContainsKey(HeaderNames.CacheControl) || headers.ContainsKey(HeaderNames.SetCookie))
            headers.CacheControl = "no-store";
    }
}
