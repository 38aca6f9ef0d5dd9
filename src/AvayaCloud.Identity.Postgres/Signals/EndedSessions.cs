using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace AvayaCloud.Identity.Postgres;

/// <summary>The ended sessions that this replica knows of, and the listeners to what other replicas do.</summary>
internal sealed class EndedSessions(TimeProvider clock)
{
    private readonly ConcurrentDictionary<SessionId, SessionEnd> _ends = new();
    private Action<SessionSignal> _listeners = _ => { };

    /// <summary>Marks this replica's signals, so that it can skip them.</summary>
    public string Replica { get; } = RandomNumberGenerator.GetHexString(12, lowercase: true);

    public void Listen(Action<SessionSignal> listener)
    {
        lock (_ends)
            _listeners += listener;
    }

    public SessionEndReason? GetEndReason(SessionId id) =>
        _ends.TryGetValue(id, out var end) && end.Until > clock.GetUtcNow() ? end.Reason : null;

    /// <summary>Ended by this replica, whose listeners know already. Of two ends, the first determines the reason and the later one how
    /// long it is remembered.</summary>
    public void Add(SessionId id, SessionEnd end) =>
        _ends.AddOrUpdate(id, end, (_, known) => known.Until < end.Until ? known with { Until = end.Until } : known);

    /// <summary>Ended by another replica: listeners are notified once. Does nothing without a reason.</summary>
    public void AddFromReplica(SessionId id, SessionEndReason? reason, TimeSpan expiresIn)
    {
        if (reason is not { } ended)
            return;
        var isNew = GetEndReason(id) is null;
        Add(id, new SessionEnd(ended, clock.GetUtcNow() + expiresIn));
        if (isNew)
            _listeners(new SessionSignal(id, ended, Generation: 0));
    }

    /// <summary>Handles a NOTIFY payload.</summary>
    public void Receive(string payload)
    {
        if (Signal.Parse(payload) is not { } signal || signal.Replica == Replica)
            return;
        if (signal.End is not null)
            AddFromReplica(signal.Id, signal.End, signal.Until - clock.GetUtcNow());
        else
            _listeners(new SessionSignal(signal.Id, End: null, signal.Generation));
    }

    public void RemoveExpired()
    {
        var now = clock.GetUtcNow();
        foreach (var end in _ends.Where(end => end.Value.Until <= now))
            _ends.TryRemove(end);
    }
}

/// <summary>The end of a session: why, and until when it must be remembered.</summary>
internal sealed record SessionEnd(SessionEndReason Reason, DateTimeOffset Until);
