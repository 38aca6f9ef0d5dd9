namespace AvayaCloud.Identity;

/// <summary>The store of a replica that stands alone: nobody to wait for, nobody to tell.</summary>
internal sealed class SingleReplicaStore : ISessionStore
{
    private static readonly Task<ISessionLock?> Hold = Task.FromResult<ISessionLock?>(new NoLock());

    public void Listen(Action<SessionSignal> listener)
    {
        // There is nothing to hear.
    }

    public Task<ISessionLock?> AcquireLockAsync(SessionId id, CancellationToken cancellationToken) => Hold;

    public Task<SharedTokens?> ReadAsync(SessionId id, CancellationToken cancellationToken) => Task.FromResult<SharedTokens?>(null);

    public ValueTask TrimAsync(SessionId id, SharedTokens tokens, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public ValueTask EndAsync(SessionId id, SessionEndReason why, DateTimeOffset until, CancellationToken cancellationToken) =>
        ValueTask.CompletedTask;

    public SessionEndReason? GetEndReason(SessionId id) => null;

    private sealed class NoLock : ISessionLock
    {
        public SharedSessionState State { get; } = new(End: null, Tokens: null);

        public ValueTask<bool> WriteAsync(SharedTokens tokens, CancellationToken cancellationToken) => ValueTask.FromResult(true);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
