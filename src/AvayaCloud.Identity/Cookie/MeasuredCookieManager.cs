using Microsoft.AspNetCore.Authentication.Cookies;

namespace AvayaCloud.Identity;

/// <summary>
/// The framework's cookie manager, which also reports the size of each cookie, so that a chart shows it before a proxy rejects it (431).
/// The framework calls it when the response starts. A renewed cookie that has been superseded by then is not written.
/// </summary>
internal sealed class MeasuredCookieManager(SessionLedger ledger, SessionMetrics metrics) : ICookieManager
{
    private readonly ChunkingCookieManager _cookies = new();

    public string? GetRequestCookie(HttpContext context, string key) => _cookies.GetRequestCookie(context, key);

    public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options)
    {
        if (context.Features.Get<RenewedCookie>() is { } renewed && ledger.IsSuperseded(renewed.Id, renewed.Generation))
            return;
        metrics.CookieWritten(key.Length + 1 + (value?.Length ?? 0));
        _cookies.AppendResponseCookie(context, key, value, options);
    }

    public void DeleteCookie(HttpContext context, string key, CookieOptions options) => _cookies.DeleteCookie(context, key, options);
}

/// <summary>The cookie that a response will set.</summary>
internal sealed record RenewedCookie(SessionId Id, int Generation);
