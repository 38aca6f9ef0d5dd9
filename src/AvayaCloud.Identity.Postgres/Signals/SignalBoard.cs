using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace AvayaCloud.Identity.Postgres;

/// <summary>What this replica knows of the others: the sessions that are over, and who wants to hear of it.</summary>
internal sealed class SignalBoard(TimeProvider clock)
{
    private readonly ConcurrentDictionary<SessionId, DateTimeOffset> _ends = new();
    private Action<SessionSignal> _listeners = _ => { };

    /// <summary>Tells this replica's signals from those of the others.</summary>
    public string Replica { get; } = RandomNumberGenerator.GetHexString(12, lowercase: true);

    public int Count => _ends.Count;

    public void Listen(Action<SessionSignal> listener)
    {
        lock (_ends)
            _listeners += listener;
    }

    public bool IsEnded(SessionId id) => _ends.TryGetValue(id, out var until) && until > clock.GetUtcNow();

    /// <summary>Ended here: whoever listens knows.</summary>
    public void Note(SessionId id, DateTimeOffset until) => _ends.AddOrUpdate(id, until, (_, known) => known > until ? known : until);

    /// <summary>Ended by another replica: told to the listeners once.</summary>
    public void Learn(SessionId id, DateTimeOffset until)
    {
        var isNew = !IsEnded(id);
        Note(id, until);
        if (isNew)
            _listeners(new SessionSignal(id, IsEnd: true, Generation: 0));
    }

    /// <summary>A payload of the channel.</summary>
    public void Hear(string payload)
    {
        if (Signal.Read(payload) is not { } signal || signal.Replica == Replica)
            return;
        if (signal.Until is { } until)
            Learn(signal.Id, until);
        else
            _listeners(new SessionSignal(signal.Id, IsEnd: false, signal.Generation));
    }

    public void Sweep()
    {
        var now = clock.GetUtcNow();
        foreach (var end in _ends.Where(end => end.Value <= now))
            _ends.TryRemove(end);
    }
}
