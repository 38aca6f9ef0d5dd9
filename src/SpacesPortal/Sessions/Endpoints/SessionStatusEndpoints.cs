namespace SpacesPortal.Sessions;

/// <summary>For a page's script: the session's status, fresh tokens, or a longer session. All three return the status.</summary>
internal static class SessionStatusEndpoints
{
    public static readonly string[] Paths = ["/session/state", "/session/renew", "/session/stay"];

    public static void MapSessionStatus(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/session/state", GetStatus).WithMetadata(new NoActivityAttribute(), new NoRefreshAttribute());
        endpoints.MapPost("/session/renew", GetStatus).WithMetadata(new NoActivityAttribute(), new RefreshesTokensAttribute());
        // The user has pressed a button, which counts as activity.
        endpoints.MapPost("/session/stay", GetStatus);
    }

    private static IResult GetStatus(HttpContext context, SessionMonitor monitor, TimeProvider clock)
    {
        if (context.GetSession() is not { } session)
            return Refuse(context);
        // The header proves that the portal's own script is asking: no form and no other site can set it.
        return SessionMark.InHeader(context.Request) == SessionMark.Of(session.Id)
            ? TypedResults.Ok(SessionStatus.Of(session, monitor, clock))
            : TypedResults.Conflict();
    }

    // Includes the message that the page has missed. A session that timed out has none.
    private static IResult Refuse(HttpContext context) => context.HasEndedSession()
        ? TypedResults.Json(
            ChannelMessage.Of(context.GetSessionEnd()), ChannelMessageJson.Default.ChannelMessage,
            statusCode: StatusCodes.Status401Unauthorized)
        : TypedResults.Unauthorized();
}

/// <summary>A session's status, with nothing secret. Times are seconds from now, because the browser's clock may be wrong.</summary>
/// <param name="EndsIn">Until it ends without further activity.</param>
/// <param name="EndsForGoodIn">Until it ends regardless of activity.</param>
/// <param name="Generation">Of its tokens.</param>
/// <param name="RetryAfter">Until Avaya Cloud is asked again after a failure; null without one.</param>
internal sealed record SessionStatus(int EndsIn, int EndsForGoodIn, int Generation, int? RetryAfter)
{
    public static SessionStatus Of(SessionSummary session, SessionMonitor monitor, TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        return new SessionStatus(
            Seconds(session.EndsAt - now),
            Seconds(session.AbsoluteEnd - now),
            session.Generation,
            monitor.GetRetryAt(session.Id) is { } retryAt ? Math.Max(1, Seconds(retryAt - now)) : null);
    }

    private static int Seconds(TimeSpan span) => (int)Math.Ceiling(span.TotalSeconds);
}
