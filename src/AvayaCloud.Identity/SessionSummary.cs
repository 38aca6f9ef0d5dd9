namespace AvayaCloud.Identity;

/// <summary>A session as pages and endpoints know it: whose it is, its times and its scopes. No token.</summary>
/// <param name="Id">The session's id.</param>
/// <param name="User">Who is signed in.</param>
/// <param name="StartedAt">The sign-in.</param>
/// <param name="ActiveAt">The latest request by the person, to the minute.</param>
/// <param name="EndsAt">When it ends if nothing more happens.</param>
/// <param name="EndsForGoodAt">When it ends whatever happens.</param>
/// <param name="RenewsAt">When its tokens are due.</param>
/// <param name="Generation">How often they were renewed, from 1.</param>
/// <param name="Scopes">What the provider granted, by short names; empty when it named none.</param>
public sealed record SessionSummary(
    SessionId Id,
    SignedInUser User,
    DateTimeOffset StartedAt,
    DateTimeOffset ActiveAt,
    DateTimeOffset EndsAt,
    DateTimeOffset EndsForGoodAt,
    DateTimeOffset RenewsAt,
    int Generation,
    IReadOnlyList<string> Scopes)
{
    internal static SessionSummary Of(Session session, SessionLifetime lifetime) => new(
        session.Id,
        session.User,
        session.StartedAt,
        session.ActiveAt,
        lifetime.EndOf(session.StartedAt, session.ActiveAt),
        session.StartedAt + lifetime.AbsoluteTimeout,
        session.Tokens.DueAt,
        session.Tokens.Generation,
        session.Tokens.Grant.Scopes);
}
