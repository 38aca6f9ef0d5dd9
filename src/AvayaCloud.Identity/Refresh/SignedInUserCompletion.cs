using Microsoft.Extensions.Caching.Memory;

namespace AvayaCloud.Identity;

/// <summary>
/// Asks users/me who a session's person is: at the sign-in and, where the API was down then, with a later request. Here alone a person is
/// completed; the cookie of that request's answer carries it on.
/// </summary>
internal sealed partial class SignedInUserCompletion(
    UserInfoEndpoints identity, TimeProvider clock, ILogger<SignedInUserCompletion> logger) : IDisposable
{
    /// <summary>Where tokeninfo has said who it is, nobody waits longer for the rest.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    // Between two attempts of a session: an API in trouble is not hammered, and a slow one does not hold up every page.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);

    // Beyond it a session asks as if there were no memory.
    private const int Most = 10_000;

    // By session, for as long as the pause: whom users/me named, or null for an attempt that is under way or failed.
    private readonly MemoryCache _attempts =
        new(new MemoryCacheOptions { SizeLimit = Most, Clock = new CacheClock(clock), ExpirationScanFrequency = Pause });

    public async Task<UserInfoResponse> AskAsync(SessionId id, AccessToken token, TimeSpan patience, CancellationToken cancellationToken)
    {
        Remember(id, person: null);
        var answer = await identity.ReadUserAsync(token, patience, cancellationToken);
        if (answer is UserInfoResponse.Known(var person))
            Remember(id, person);
        return answer;
    }

    /// <summary>The person with all that users/me says, or as before where it says nothing now.</summary>
    public async Task<SignedInUser> CompleteAsync(Session session, TokenSet tokens, CancellationToken cancellationToken)
    {
        if (session.User.IsComplete || tokens.IsExpiredAt(clock.GetUtcNow()))
            return session.User;
        // A cookie of before may come again, from a request beside that one.
        if (_attempts.TryGetValue<SignedInUser>(session.Id, out var known))
            return known?.MergeMissingFrom(session.User) ?? session.User;
        if (await AskAsync(session.Id, tokens.Access, Patience, cancellationToken) is not UserInfoResponse.Known(var person))
            return session.User;
        Completed(logger, session.Id);
        return person.MergeMissingFrom(session.User);
    }

    public void Dispose() => _attempts.Dispose();

    private void Remember(SessionId id, SignedInUser? person) =>
        _attempts.Set(id, person, new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = Pause, Size = 1 });

    [LoggerMessage(2104, LogLevel.Information, "The profile of session {Session} is complete.")]
    private static partial void Completed(ILogger logger, SessionId session);
}
