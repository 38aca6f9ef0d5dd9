using System.Collections.Concurrent;

namespace AvayaCloud.Identity;

/// <summary>The list of sessions of a replica that stands alone. After a restart a session is on it again with its next request.</summary>
internal sealed class InMemoryActiveSessionStore : IActiveSessionStore, IDisposable
{
    private static readonly TimeSpan SweepEvery = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<SessionId, ActiveSession> _notes = new();
    private readonly TimeProvider _clock;
    private readonly ITimer _sweeper;

    public InMemoryActiveSessionStore(TimeProvider clock)
    {
        _clock = clock;
        _sweeper = clock.CreateTimer(_ => Sweep(), null, SweepEvery, SweepEvery);
    }

    public void Note(ActiveSession note) => _notes[note.Id] = note;

    public Task<IReadOnlyList<ActiveSession>?> ListAsync(string userId, CancellationToken cancellationToken)
    {
        var now = _clock.GetUtcNow();
        return Task.FromResult<IReadOnlyList<ActiveSession>?>(
            [.. _notes.Values.Where(note => note.UserId == userId && note.EndsAt > now).OrderByDescending(note => note.ActiveAt)]);
    }

    public void Forget(SessionId id) => _notes.TryRemove(id, out _);

    public void Dispose() => _sweeper.Dispose();

    private void Sweep()
    {
        var now = _clock.GetUtcNow();
        foreach (var (id, note) in _notes)
        {
            if (note.EndsAt <= now)
                _notes.TryRemove(id, out _);
        }
    }
}
