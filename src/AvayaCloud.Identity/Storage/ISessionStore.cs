namespace AvayaCloud.Identity;

/// <summary>What the replicas of a portal share about sessions. All times are by the caller's clock. A store must convert them to
/// durations, because replicas' clocks may differ.</summary>
public interface ISessionStore
{
    /// <summary>Subscribes to what other replicas do, on any thread. A listener must neither throw nor block.</summary>
    void Listen(Action<SessionSignal> listener);

    /// <summary>Acquires the session's lock, waiting while another replica has it. The lock ends with its holder. Null when the store
    /// cannot be reached: then no refresh is allowed.</summary>
    Task<ISessionLock?> AcquireLockAsync(SessionId id, CancellationToken cancellationToken);

    /// <summary>The newest tokens of any replica. Null when there are none, or the store cannot be reached.</summary>
    Task<SharedTokens?> ReadAsync(SessionId id, CancellationToken cancellationToken);

    /// <summary>Removes the refresh token from a generation, because the browser has it. Does nothing when there is a newer generation. May
    /// happen in the background.</summary>
    ValueTask TrimAsync(SessionId id, SharedTokens tokens, CancellationToken cancellationToken);

    /// <summary>Ends the session on all replicas until <paramref name="until"/>. Does not wait for a refresh in flight. A store that cannot
    /// be reached is written later. Of two ends of a session, the first determines the reason.</summary>
    ValueTask EndAsync(SessionId id, SessionEndReason reason, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>Why the session has ended on any replica, as far as known here; null while it is active. From memory only: every request
    /// asks.</summary>
    SessionEndReason? GetEndReason(SessionId id);
}

/// <summary>The lock of one session, until it is disposed.</summary>
public interface ISessionLock : IAsyncDisposable
{
    /// <summary>The session as it was when the lock was acquired.</summary>
    SharedSessionState State { get; }

    /// <summary>Writes the successor and notifies the other replicas. False when the session has ended: then nothing is written. A store
    /// that can no longer be reached is written later, and the result is true.</summary>
    ValueTask<bool> WriteAsync(SharedTokens tokens, CancellationToken cancellationToken);
}

/// <summary>A session in the store.</summary>
/// <param name="End">Why it has ended; null while it is active.</param>
/// <param name="Tokens">Null when no replica has written any.</param>
public sealed record SharedSessionState(SessionEndReason? End, SharedTokens? Tokens);

/// <summary>One generation of a session's tokens, encrypted.</summary>
/// <param name="Generation">1 at the sign-in.</param>
/// <param name="ProtectedTokens">Can be decrypted only with the portal's keys, and only for this session.</param>
/// <param name="ForgetAt">When no caller can have an older generation any more.</param>
public sealed record SharedTokens(int Generation, byte[] ProtectedTokens, DateTimeOffset ForgetAt)
{
    /// <summary>Without the tokens.</summary>
    public override string ToString() => $"generation {Generation}";
}

/// <summary>What another replica did: it ended the session, or refreshed its tokens to <paramref name="Generation"/>.</summary>
/// <param name="Id">The session.</param>
/// <param name="End">Why it has ended; null after a refresh.</param>
/// <param name="Generation">The newest one; 0 with an end.</param>
public readonly record struct SessionSignal(SessionId Id, SessionEndReason? End, int Generation);
