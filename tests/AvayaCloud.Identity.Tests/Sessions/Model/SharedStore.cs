using System.Collections.Concurrent;

namespace AvayaCloud.Identity.Tests.Sessions.Model;

/// <summary>One replica's connection to the shared sessions.</summary>
internal sealed class SharedStore : ISessionStore
{
    private readonly SharedSessions _shared;
    private readonly TimeProvider _clock;
    private readonly ConcurrentDictionary<SessionId, (SessionEndReason Why, DateTimeOffset Until)> _ends = new();
    private Action<SessionSignal> _listeners = _ => { };

    public SharedStore(SharedSessions shared, TimeProvider clock)
    {
        (_shared, _clock) = (shared, clock);
        foreach (var (id, (why, left)) in shared.Join(this))
            AddEnd(id, why, left);
    }

    public void Listen(Action<SessionSignal> listener) => _listeners += listener;

    public void Notify(SessionSignal signal) => _listeners(signal);

    public void AddEnd(SessionId id, SessionEndReason why, TimeSpan left)
    {
        var isNew = GetEndReason(id) is null;
        Remember(id, why, _clock.GetUtcNow() + left);
        if (isNew)
            _listeners(new SessionSignal(id, why, 0));
    }

    public async Task<ISessionLock?> AcquireLockAsync(SessionId id, CancellationToken cancellationToken)
    {
        var request = await _shared.WaitAsync(id, this, cancellationToken);
        return new SharedLock(this, request, Read(id));
    }

    public Task<SharedTokens?> ReadAsync(SessionId id, CancellationToken cancellationToken) => Task.FromResult(Read(id).Tokens);

    public ValueTask TrimAsync(SessionId id, SharedTokens tokens, CancellationToken cancellationToken)
    {
        _shared.Trim(id, tokens, tokens.ForgetAt - _clock.GetUtcNow());
        return ValueTask.CompletedTask;
    }

    public ValueTask EndAsync(SessionId id, SessionEndReason why, DateTimeOffset until, CancellationToken cancellationToken)
    {
        Remember(id, why, until);
        _shared.End(this, id, why, until - _clock.GetUtcNow());
        return ValueTask.CompletedTask;
    }

    public SessionEndReason? GetEndReason(SessionId id) =>
        _ends.TryGetValue(id, out var end) && end.Until > _clock.GetUtcNow() ? end.Why : null;

    private void Remember(SessionId id, SessionEndReason why, DateTimeOffset until) => _ends.TryAdd(id, (why, until));

    private SharedSessionState Read(SessionId id)
    {
        var (state, left) = _shared.Read(id);
        if (left is { } remembered)
            AddEnd(id, state.End!.Value, remembered);
        return state;
    }

    private sealed class SharedLock(SharedStore store, SharedSessions.LockRequest request, SharedSessionState state) : ISessionLock
    {
        public SharedSessionState State => state;

        public ValueTask<bool> WriteAsync(SharedTokens tokens, CancellationToken cancellationToken) =>
            ValueTask.FromResult(store._shared.Write(request, tokens, tokens.ForgetAt - store._clock.GetUtcNow()));

        public ValueTask DisposeAsync()
        {
            store._shared.Leave(request);
            return ValueTask.CompletedTask;
        }
    }
}
