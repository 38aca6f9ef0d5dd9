using System.Collections.Concurrent;
using AvayaCloud.Identity;

namespace SpacesPortal.Tests.Sessions;

/// <summary>A store in which another replica ends sessions, for whatever reason the test names.</summary>
internal sealed class OtherReplica : ISessionStore
{
    private readonly ConcurrentDictionary<SessionId, SessionEndReason> _ends = new();
    private Action<SessionSignal> _listener = _ => { };

    public void Ends(SessionId id, SessionEndReason why)
    {
        _ends[id] = why;
        _listener(new SessionSignal(id, why, Generation: 0));
    }

    public void Listen(Action<SessionSignal> listener) => _listener += listener;

    public SessionEndReason? GetEndReason(SessionId id) => _ends.TryGetValue(id, out var why) ? why : null;

    public Task<ISessionLock?> AcquireLockAsync(SessionId id, CancellationToken cancellationToken) => Task.FromResult<ISessionLock?>(null);

    public Task<SharedTokens?> ReadAsync(SessionId id, CancellationToken cancellationToken) => Task.FromResult<SharedTokens?>(null);

    public ValueTask TrimAsync(SessionId id, SharedTokens tokens, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public ValueTask EndAsync(SessionId id, SessionEndReason why, DateTimeOffset until, CancellationToken cancellationToken) =>
        ValueTask.CompletedTask;
}
