using Microsoft.Extensions.Caching.Memory;

namespace AvayaCloud.Identity;

/// <summary>Asks users/me who the user of a session is: at the sign-in and, if the API was down then, on later requests until it
/// answers.</summary>
internal sealed partial class SignedInUserCompletion(
    UserInfoEndpoints endpoints, TimeProvider clock, ILogger<SignedInUserCompletion> logger) : IDisposable
{
    /// <summary>How long to wait for users/me once tokeninfo has named the user.</summary>
    public static readonly TimeSpan WaitWhenKnown = TimeSpan.FromSeconds(5);

    // Between two attempts for a session, so that a failing API is not flooded and a slow one does not delay every page.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);

    // Further sessions ask without a pause.
    private const int MaxAttempts = 10_000;

    // The user whom users/me named; null while an attempt is in flight or after it failed.
    private readonly MemoryCache _attempts =
        new(new MemoryCacheOptions { SizeLimit = MaxAttempts, Clock = new CacheClock(clock), ExpirationScanFrequency = Pause });

    public async Task<UserInfoResponse> AskAsync(SessionId id, AccessToken token, TimeSpan timeout, CancellationToken cancellationToken)
    {
        Remember(id, user: null);
        var response = await endpoints.ReadUserAsync(token, timeout, cancellationToken);
        if (response is UserInfoResponse.Known(var user))
            Remember(id, user);
        return response;
    }

    /// <summary>The user, completed by users/me if it answers now.</summary>
    public async Task<SignedInUser> CompleteAsync(Session session, TokenSet tokens, CancellationToken cancellationToken)
    {
        if (session.User.IsComplete || tokens.IsExpiredAt(clock.GetUtcNow()))
            return session.User;
        // A parallel request may still have the old cookie.
        if (_attempts.TryGetValue<SignedInUser>(session.Id, out var known))
            return known?.MergeMissingFrom(session.User) ?? session.User;
        if (await AskAsync(session.Id, tokens.Access, WaitWhenKnown, cancellationToken) is not UserInfoResponse.Known(var user))
            return session.User;
        Completed(logger, session.Id);
        return user.MergeMissingFrom(session.User);
    }

    public void Dispose() => _attempts.Dispose();

    private void Remember(SessionId id, SignedInUser? user) =>
        _attempts.Set(id, user, new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = Pause, Size = 1 });

    [LoggerMessage(2104, LogLevel.Information, "The profile of session {Session} is complete.")]
    private static partial void Completed(ILogger logger, SessionId session);
}
