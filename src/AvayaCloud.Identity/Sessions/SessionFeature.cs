using Microsoft.AspNetCore.Http;

namespace AvayaCloud.Identity;

/// <summary>The session that the request's cookie stands for, after validation.</summary>
/// <param name="Session">Null when it is over.</param>
/// <param name="End">Why, as far as it is known.</param>
internal sealed record SessionFeature(Session? Session, SessionEnd? End = null);

/// <summary>The request's session.</summary>
public static class HttpContextSession
{
    /// <summary>Null when nobody is signed in.</summary>
    public static Session? GetSession(this HttpContext context) => context.Features.Get<SessionFeature>()?.Session;

    /// <summary>True when the request came with a session that is over: the person should be told, not just asked to sign in.</summary>
    public static bool HasEndedSession(this HttpContext context) => context.Features.Get<SessionFeature>() is { Session: null };
}
