using Microsoft.AspNetCore.Authentication.Cookies;

namespace AvayaCloud.Identity;

/// <summary>The framework's cookie manager, which also reports the size of each cookie, so that a chart shows it before a proxy rejects it
/// (431). The framework calls it when the response starts. A renewed cookie that has been superseded by then is not written.</summary>
internal sealed class MeasuredCookieManager(SessionLedger ledger, SessionMetrics metrics) : ChunkingCookieManager, ICookieManager
{
    public new void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options)
    {
        if (context.Features.Get<RenewedCookie>() is { } renewed && ledger.IsSuperseded(renewed.Id, renewed.Generation))
            return;
        metrics.CookieWritten(key.Length + 1 + (value?.Length ?? 0));
        base.AppendResponseCookie(context, key, value, options);
    }
}

/// <summary>The cookie that a response will set.</summary>
internal sealed record RenewedCookie(SessionId Id, int Generation);
