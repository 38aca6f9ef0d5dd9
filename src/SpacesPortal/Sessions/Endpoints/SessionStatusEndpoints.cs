namespace SpacesPortal.Sessions;

/// <summary>What a page's script asks of its session: how it stands, fresh tokens, or to stay. Each answer is the same.</summary>
internal static class SessionStatusEndpoints
{
    public static readonly string[] Paths = ["/session/state", "/session/renew", "/session/stay"];

    public static void MapSessionState(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/session/state", StateOf).WithMetadata(new NoActivityAttribute(), new NoRefreshAttribute());
        endpoints.MapPost("/session/renew", StateOf).WithMetadata(new NoActivityAttribute(), new RefreshesTokensAttribute());
        // The person has pressed a button: that is activity.
        endpoints.MapPost("/session/stay", StateOf);
    }

    private static IResult StateOf(HttpContext context, SessionMonitor monitor, TimeProvider clock)
    {
        if (context.GetSession() is not { } session)
            return Refuse(context);
        // Without the header it is no script of ours (a form cannot set it, another site must not); with another mark it is a page of
        // before.
        if (!context.Request.Headers.TryGetValue(SessionMark.Header, out var mark) || mark != SessionMark.Of(session.Id))
            return TypedResults.Conflict();

        return TypedResults.Ok(SessionStatus.Of(session, monitor, clock));
    }

    // With the word that the page has missed; without one where nobody ended the session, but its time is over.
    private static IResult Refuse(HttpContext context) => context.HasEndedSession()
        ? TypedResults.Json(
            ChannelMessage.Of(context.GetSessionEnd()), ChannelMessageJson.Default.ChannelMessage,
            statusCode: StatusCodes.Status401Unauthorized)
        : TypedResults.Unauthorized();
}
