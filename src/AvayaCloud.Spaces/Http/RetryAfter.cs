using System.Net.Http.Headers;

namespace AvayaCloud.Spaces;

internal static class RetryAfter
{
    /// <summary>Seconds or a date (RFC 9110 section 10.2.3) as the time from now; null when absent or unreadable.</summary>
    public static TimeSpan? From(HttpResponseHeaders headers, TimeProvider clock) => headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date > clock.GetUtcNow() ? date - clock.GetUtcNow() : TimeSpan.Zero,
        _ => null,
    };
}
