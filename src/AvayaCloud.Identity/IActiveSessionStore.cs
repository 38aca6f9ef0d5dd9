namespace AvayaCloud.Identity;

/// <summary>The active sessions of each user, for the page that lists them and for signing out everywhere.</summary>
public interface IActiveSessionStore
{
    /// <summary>Adds or replaces the session. Returns at once: the store is written in the background.</summary>
    void Upsert(ActiveSession session);

    /// <summary>The user's active sessions, the last active one first. Null when the store cannot be reached.</summary>
    Task<IReadOnlyList<ActiveSession>?> ListAsync(string userId, CancellationToken cancellationToken);

    /// <summary>Removes an ended session. Returns at once.</summary>
    void Remove(SessionId id);
}

/// <summary>One line of the list.</summary>
/// <param name="Id">The session.</param>
/// <param name="UserId">Whose it is.</param>
/// <param name="Browser">In words, such as "Firefox on Windows".</param>
/// <param name="StartedAt">The sign-in.</param>
/// <param name="ActiveAt">The user's latest request, to the minute.</param>
/// <param name="EndsAt">When it ends without further activity.</param>
public sealed record ActiveSession(
    SessionId Id, string UserId, string Browser, DateTimeOffset StartedAt, DateTimeOffset ActiveAt, DateTimeOffset EndsAt)
{
    internal static ActiveSession Of(Session session, string? userAgent, SessionLifetime lifetime)
    {
        var endsAt = lifetime.EndOf(session.StartedAt, session.ActiveAt);
        return new ActiveSession(
            session.Id, session.User.UserId, BrowserName.Of(userAgent), session.StartedAt, session.ActiveAt, endsAt);
    }
}

/// <summary>Lists by session.</summary>
public static class ActiveSessionStoreExtensions
{
    /// <summary>All active sessions of the session's user, the last active one first. Null when the store cannot be reached, or the user id
    /// is not known yet.</summary>
    public static async Task<IReadOnlyList<ActiveSession>?> ListAsync(
        this IActiveSessionStore store, SessionSummary own, CancellationToken cancellationToken) =>
        own.User.IsComplete ? await store.ListAsync(own.User.UserId, cancellationToken) : null;
}
