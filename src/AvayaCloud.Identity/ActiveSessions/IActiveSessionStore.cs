namespace AvayaCloud.Identity;

/// <summary>Which sessions a person has, for the page that lists them and for signing out everywhere.</summary>
public interface IActiveSessionStore
{
    /// <summary>Enters the session or replaces what is known of it. Returns at once: a store is written to in the background.</summary>
    void Upsert(ActiveSession session);

    /// <summary>The person's sessions that go on, the last active one first. Null when the store cannot be reached.</summary>
    Task<IReadOnlyList<ActiveSession>?> ListAsync(string userId, CancellationToken cancellationToken);

    /// <summary>The session is over. Returns at once.</summary>
    void Remove(SessionId id);
}

/// <summary>One line of the list.</summary>
/// <param name="Id">The session.</param>
/// <param name="UserId">Whose it is.</param>
/// <param name="Browser">In words, such as "Firefox on Windows".</param>
/// <param name="StartedAt">The sign-in.</param>
/// <param name="ActiveAt">The last request by the person, to the minute.</param>
/// <param name="EndsAt">When it ends by itself if nothing more happens.</param>
public sealed record ActiveSession(
    SessionId Id, string UserId, string Browser, DateTimeOffset StartedAt, DateTimeOffset ActiveAt, DateTimeOffset EndsAt);
