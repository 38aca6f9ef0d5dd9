namespace AvayaCloud.Identity;

/// <summary>A session as pages and endpoints see it, without tokens.</summary>
/// <param name="Id">The session's id.</param>
/// <param name="User">Who is signed in.</param>
/// <param name="StartedAt">The sign-in.</param>
/// <param name="ActiveAt">The user's latest request, to the minute.</param>
/// <param name="EndsAt">When it ends without further activity.</param>
/// <param name="AbsoluteEnd">When it ends regardless of activity.</param>
/// <param name="RefreshDueAt">When its tokens are due for a refresh.</param>
/// <param name="Generation">Of its tokens, from 1.</param>
/// <param name="Scopes">Short names of what the provider granted; empty when it named none.</param>
public sealed record SessionSummary(
    SessionId Id,
    SignedInUser User,
    DateTimeOffset StartedAt,
    DateTimeOffset ActiveAt,
    DateTimeOffset EndsAt,
    DateTimeOffset AbsoluteEnd,
    DateTimeOffset RefreshDueAt,
    int Generation,
    IReadOnlyList<string> Scopes)
{
    internal static SessionSummary Of(Session session, SessionLifetime lifetime) => new(
        session.Id,
        session.User,
        session.StartedAt,
        session.ActiveAt,
        lifetime.EndOf(session.StartedAt, session.ActiveAt),
        lifetime.AbsoluteEndOf(session.StartedAt),
        session.Tokens.DueAt,
        session.Tokens.Generation,
        session.Tokens.Grant.Scopes);
}
