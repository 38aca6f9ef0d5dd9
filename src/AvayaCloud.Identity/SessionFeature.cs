namespace AvayaCloud.Identity;

/// <summary>The session of the request's cookie, after validation.</summary>
/// <param name="Session">With its tokens, for the engine only; null when it has ended.</param>
/// <param name="Summary">For everyone else.</param>
/// <param name="EndReason">Why it has ended, as far as known.</param>
internal sealed record SessionFeature(Session? Session, SessionSummary? Summary, SessionEndReason? EndReason);

/// <summary>The request's session.</summary>
public static class HttpContextSession
{
    /// <summary>Null when no user is signed in.</summary>
    public static SessionSummary? GetSession(this HttpContext context) => context.Features.Get<SessionFeature>()?.Summary;

    /// <summary>True when the request's session has ended: the user should be told, not just asked to sign in.</summary>
    public static bool HasEndedSession(this HttpContext context) => context.Features.Get<SessionFeature>() is { Session: null };

    /// <summary>Why the request's session has ended; null when it has not, or the reason is unknown.</summary>
    public static SessionEndReason? GetSessionEnd(this HttpContext context) => context.Features.Get<SessionFeature>()?.EndReason;

    /// <summary>The session with its tokens.</summary>
    internal static Session? GetWholeSession(this HttpContext context) => context.Features.Get<SessionFeature>()?.Session;
}
