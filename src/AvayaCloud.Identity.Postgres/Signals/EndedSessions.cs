using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace AvayaCloud.Identity.Postgres;

/// <summary>What this replica knows of the others: the sessions that are over, and who wants to hear of it.</summary>
internal sealed class EndedSessions(TimeProvider clock)
{
    private readonly ConcurrentDictionary<SessionId, End> _ends = new();
    private Action<SessionSignal> _listeners = _ => { };

    /// <summary>Tells this replica's signals from those of the others.</summary>
    public string Replica { get; } = RandomNumberGenerator.GetHexString(12, lowercase: true);

    public int Count => _ends.Count;

    public void Listen(Action<SessionSignal> listener)
    {
        lock (_ends)
            _listeners += listener;
    }

    public SessionEndReason? GetEndReason(SessionId id) =>
        _ends.TryGetValue(id, out var end) && end.Until > clock.GetUtcNow() ? end.Why : null;

    /// <summary>Ended here: whoever listens knows.</summary>
    public void Note(SessionId id, End end) => _ends.AddOrUpdate(id, end, (_, known) => known.Or(end.Until));

    /// <summary>Ended by another replica: told to the listeners once.</summary>
    public void Learn(SessionId id, End end)
    {
        var isNew = GetEndReason(id) is null;
        Note(id, end);
        if (isNew)
            _listeners(new SessionSignal(id, end.Why, Generation: 0));
    }

    /// <summary>A payload of the channel.</summary>
    public void Hear(string payload)
    {
        if (Signal.Read(payload) is not { } signal || signal.Replica == Replica)
            return;
        if (signal.End is { } why)
            Learn(signal.Id, new End(why, signal.Until));
        else
            _listeners(new SessionSignal(signal.Id, End: null, signal.Generation));
    }

    public void Sweep()
    {
        var now = clock.GetUtcNow();
        foreach (var end in _ends.Where(end => end.Value.Until <= now))
            _ends.TryRemove(end);
    }
}
