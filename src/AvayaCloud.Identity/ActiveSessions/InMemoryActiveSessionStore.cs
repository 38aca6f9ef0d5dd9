using System.Collections.Concurrent;

namespace AvayaCloud.Identity;

/// <summary>The list of sessions of a replica that stands alone. After a restart a session is on it again with its next request.</summary>
internal sealed class InMemoryActiveSessionStore : IActiveSessionStore, IDisposable
{
    private static readonly TimeSpan SweepEvery = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<SessionId, ActiveSession> _sessions = new();
    private readonly TimeProvider _clock;
    private readonly ITimer _sweeper;

    public InMemoryActiveSessionStore(TimeProvider clock)
    {
        _clock = clock;
        _sweeper = clock.CreateTimer(_ => Sweep(), null, SweepEvery, SweepEvery);
    }

    public void Upsert(ActiveSession session) => _sessions[session.Id] = session;

    public Task<IReadOnlyList<ActiveSession>?> ListAsync(string userId, CancellationToken cancellationToken)
    {
        var now = _clock.GetUtcNow();
        return Task.FromResult<IReadOnlyList<ActiveSession>?>(
            [
                .. _sessions.Values
                    .Where(session => session.UserId == userId && session.EndsAt > now)
                    .OrderByDescending(session => session.ActiveAt),
            ]);
    }

    public void Remove(SessionId id) => _sessions.TryRemove(id, out _);

    public void Dispose() => _sweeper.Dispose();

    private void Sweep()
    {
        var now = _clock.GetUtcNow();
        foreach (var (id, session) in _sessions)
        {
            if (session.EndsAt <= now)
                _sessions.TryRemove(id, out _);
        }
    }
}
