using System.Collections.Concurrent;

namespace AvayaCloud.Identity;

/// <summary>The active sessions of a single replica. After a restart, a session reappears with its next request.</summary>
internal sealed class InMemoryActiveSessionStore : IActiveSessionStore, IDisposable
{
    private static readonly TimeSpan SweepInterval = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<SessionId, ActiveSession> _sessions = new();
    private readonly TimeProvider _clock;
    private readonly ITimer _sweeper;

    public InMemoryActiveSessionStore(TimeProvider clock)
    {
        _clock = clock;
        _sweeper = clock.CreateTimer(_ => Sweep(), null, SweepInterval, SweepInterval);
    }

    public void Upsert(ActiveSession session) => _sessions[session.Id] = session;

    public Task<IReadOnlyList<ActiveSession>?> ListAsync(string userId, CancellationToken cancellationToken)
    {
        var now = _clock.GetUtcNow();
        var active = _sessions.Values.Where(session => session.UserId == userId && session.EndsAt > now);
        return Task.FromResult<IReadOnlyList<ActiveSession>?>([.. active.OrderByDescending(session => session.ActiveAt)]);
    }

    public void Remove(SessionId id) => _sessions.TryRemove(id, out _);

    public void Dispose() => _sweeper.Dispose();

    private void Sweep()
    {
        var now = _clock.GetUtcNow();
        foreach (var entry in _sessions.Where(entry => entry.Value.EndsAt <= now))
            _sessions.TryRemove(entry);
    }
}
