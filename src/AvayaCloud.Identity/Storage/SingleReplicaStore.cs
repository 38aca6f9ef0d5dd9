namespace AvayaCloud.Identity;

/// <summary>For a single replica, which shares nothing.</summary>
internal sealed class SingleReplicaStore : ISessionStore
{
    private static readonly Task<ISessionLock?> Lock = Task.FromResult<ISessionLock?>(new NoLock());

    public void Listen(Action<SessionSignal> listener)
    {
        // There are no other replicas.
    }

    public Task<ISessionLock?> AcquireLockAsync(SessionId id, CancellationToken cancellationToken) => Lock;

    public Task<SharedTokens?> ReadAsync(SessionId id, CancellationToken cancellationToken) => Task.FromResult<SharedTokens?>(null);

    public ValueTask TrimAsync(SessionId id, SharedTokens tokens, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public ValueTask EndAsync(SessionId id, SessionEndReason reason, DateTimeOffset until, CancellationToken cancellationToken) =>
        ValueTask.CompletedTask;

    public SessionEndReason? GetEndReason(SessionId id) => null;

    private sealed class NoLock : ISessionLock
    {
        public SharedSessionState State { get; } = new(End: null, Tokens: null);

        public ValueTask<bool> WriteAsync(SharedTokens tokens, CancellationToken cancellationToken) => ValueTask.FromResult(true);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
