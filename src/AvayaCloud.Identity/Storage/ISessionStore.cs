namespace AvayaCloud.Identity;

/// <summary>
/// What the replicas of one portal share of their sessions. A replica that stands alone shares nothing. Times are by the caller's clock; a
/// store takes them as so long from now, since the next replica's clock may be another.
/// </summary>
public interface ISessionStore
{
    /// <summary>From now on hears what other replicas do, on any thread. A listener neither throws nor waits.</summary>
    void Listen(Action<SessionSignal> listener);

    /// <summary>
    /// The session's lock: waits, without polling, while another replica has it, and lives exactly as long as its holder does.
    /// Null when the store cannot be reached: then nobody may refresh.
    /// </summary>
    Task<ISessionLock?> AcquireLockAsync(SessionId id, CancellationToken cancellationToken);

    /// <summary>The newest tokens that any replica wrote. Null when there are none, or the store cannot be reached.</summary>
    Task<SharedTokens?> ReadAsync(SessionId id, CancellationToken cancellationToken);

    /// <summary>
    /// Writes the same generation anew, now without its refresh token: the browser has it. Nothing where a newer one is kept. May be
    /// done in the background.
    /// </summary>
    ValueTask TrimAsync(SessionId id, SharedTokens tokens, CancellationToken cancellationToken);

    /// <summary>
    /// Ends the session for all replicas until <paramref name="until"/>. Does not wait for a refresh under way, nor for a store that is
    /// away: that one is told when it is back. Of two ends of one session the first says why.
    /// </summary>
    ValueTask EndAsync(SessionId id, SessionEndReason why, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>
    /// Why the session has ended, on any replica, as far as it is known here; null while it goes on. Memory alone: it stands on the path of
    /// requests.
    /// </summary>
    SessionEndReason? GetEndReason(SessionId id);
}

/// <summary>The lock of one session, until it is disposed.</summary>
public interface ISessionLock : IAsyncDisposable
{
    /// <summary>How the session stood when the lock was got.</summary>
    SharedSessionState State { get; }

    /// <summary>
    /// Writes the successor and tells the other replicas. False when the session has ended meanwhile: then it is not written. A store
    /// that went away is told when it is back, and the answer is true.
    /// </summary>
    ValueTask<bool> WriteAsync(SharedTokens tokens, CancellationToken cancellationToken);
}

/// <summary>A session as the store has it.</summary>
/// <param name="End">Why it is over, whatever the tokens are; null while it goes on.</param>
/// <param name="Tokens">Null when no replica has written any.</param>
public sealed record SharedSessionState(SessionEndReason? End, SharedTokens? Tokens);

/// <summary>One generation of a session's tokens, protected.</summary>
/// <param name="Generation">Counts from 1 at sign-in.</param>
/// <param name="ProtectedTokens">Readable only with the portal's keys, and only for this session.</param>
/// <param name="ForgetAt">When nobody can be behind it any more.</param>
public sealed record SharedTokens(int Generation, byte[] ProtectedTokens, DateTimeOffset ForgetAt)
{
    /// <summary>Without the tokens.</summary>
    public override string ToString() => $"generation {Generation}";
}

/// <summary>What another replica did with a session: ended it, or renewed it to <paramref name="Generation"/>.</summary>
/// <param name="Id">The session.</param>
/// <param name="End">Why it is over; null when it was renewed.</param>
/// <param name="Generation">The newest one; 0 at an end.</param>
public readonly record struct SessionSignal(SessionId Id, SessionEndReason? End, int Generation);
