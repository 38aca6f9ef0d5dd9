using Microsoft.AspNetCore.Authentication.Cookies;

namespace AvayaCloud.Identity;

/// <summary>
/// The framework's way with cookies, chunks included, and the size of each that is written: before a proxy refuses it (431), a chart shows
/// it. It is called when the answer begins: what has been overtaken by then is not written.
/// </summary>
internal sealed class MeasuredCookieManager(SessionMetrics metrics) : ICookieManager
{
    private readonly ChunkingCookieManager _cookies = new();

    public string? GetRequestCookie(HttpContext context, string key) => _cookies.GetRequestCookie(context, key);

    public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options)
    {
        if (context.Features.Get<RenewedCookie>() is { IsSuperseded: true })
            return;
        metrics.CookieWritten(key.Length + 1 + (value?.Length ?? 0));
        _cookies.AppendResponseCookie(context, key, value, options);
    }

    public void DeleteCookie(HttpContext context, string key, CookieOptions options) => _cookies.DeleteCookie(context, key, options);
}
