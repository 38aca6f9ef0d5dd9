namespace SpacesPortal.Sessions;

/// <summary>The session mark: a page carries the id of its session, so that no other user's cookie serves it.</summary>
internal static class SessionMark
{
    private const string Header = "X-Spaces-Session";

    /// <summary>For WebSockets, whose headers no script can set.</summary>
    private const string Query = "session";

    // 48 bits of the id tell sessions apart and are not enough to use it. Not ToString, which may change with the logs.
    private const int Length = 8;

    public static string Of(SessionId id) => id.Value[..Length];

    public static string? InHeader(HttpRequest request) => request.Headers[Header];

    /// <summary>The session of the request, if it is also that of the page that sent it.</summary>
    public static SessionSummary? GetSessionOfPage(this HttpContext context)
    {
        var mark = InHeader(context.Request) ?? context.Request.Query[Query];
        return context.GetSession() is { } session && mark == Of(session.Id) ? session : null;
    }
}
