using System.Collections.Concurrent;

namespace AvayaCloud.Identity;

/// <summary>The states that have been returned. Each is valid once (RFC 9700 section 4.7.1), even for someone with a copy of the cookie.
/// Their number is limited by the round trip that each one takes.</summary>
internal sealed class ConsumedStates(TimeProvider clock)
{
    private const int SweepAbove = 100_000;
    private readonly ConcurrentDictionary<string, DateTimeOffset> _expiries = new(StringComparer.Ordinal);

    /// <summary>True the first time.</summary>
    public bool TryConsume(string id)
    {
        var now = clock.GetUtcNow();
        if (_expiries.Count > SweepAbove || _expiries.Count % 256 == 255)
            RemoveExpired(now);
        return _expiries.TryAdd(id, now + SignInCorrelation.Lifetime);
    }

    private void RemoveExpired(DateTimeOffset now)
    {
        foreach (var entry in _expiries.Where(entry => entry.Value <= now))
            _expiries.TryRemove(entry);
    }
}
