namespace AvayaCloud.Identity;

/// <summary>
/// Takes the cookie of a session that is over from the browser: only with the page that leads to a new sign-in. Any other answer may come
/// late, and a deletion names no session: it would take the cookie of the next one.
/// </summary>
internal static class EndedSessionCookie
{
    public static Task DropAsync(HttpContext context) =>
        IsPage(context.Request) && context.Features.Get<SessionFeature>() is { Session: null, End: not SessionEndReason.Replaced }
            ? context.SignOutAsync(AvayaCloudDefaults.SessionScheme)
            : Task.CompletedTask;

    // W3C Fetch Metadata, section 2.1. Browsers leave it out over http; what they then ask for is taken for a page.
    private static bool IsPage(HttpRequest request) => (string?)request.Headers["Sec-Fetch-Dest"] is null or "document";
}
