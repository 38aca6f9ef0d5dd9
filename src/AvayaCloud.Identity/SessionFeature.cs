namespace AvayaCloud.Identity;

/// <summary>The session that the request's cookie stands for, after validation.</summary>
/// <param name="Session">With its tokens, for the engine; null when it is over.</param>
/// <param name="Summary">For everybody else.</param>
/// <param name="End">Why, as far as it is known.</param>
internal sealed record SessionFeature(Session? Session, SessionSummary? Summary, SessionEndReason? End)
{
    public static SessionFeature Of(Session session, SessionLifetime lifetime) =>
        new(session, SessionSummary.Of(session, lifetime), End: null);

    public static SessionFeature Over(SessionEndReason? why) => new(Session: null, Summary: null, why);
}

/// <summary>The request's session.</summary>
public static class HttpContextSession
{
    /// <summary>Null when nobody is signed in.</summary>
    public static SessionSummary? GetSession(this HttpContext context) => context.Features.Get<SessionFeature>()?.Summary;

    /// <summary>True when the request came with a session that is over: the person should be told, not just asked to sign in.</summary>
    public static bool HasEndedSession(this HttpContext context) => context.Features.Get<SessionFeature>() is { Session: null };

    /// <summary>Why the session that the request came with is over; null when none is, or nobody knows.</summary>
    public static SessionEndReason? GetSessionEnd(this HttpContext context) => context.Features.Get<SessionFeature>()?.End;

    /// <summary>The session with its tokens.</summary>
    internal static Session? GetWholeSession(this HttpContext context) => context.Features.Get<SessionFeature>()?.Session;
}
