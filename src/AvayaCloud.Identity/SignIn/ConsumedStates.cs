using System.Collections.Concurrent;

namespace AvayaCloud.Identity;

/// <summary>
/// The states that have come back: each is good once (RFC 9700 section 4.7.1), even for somebody who kept a copy of the cookie. Kept as
/// long as a state lives; bounded, because each takes a finished round trip at the provider.
/// </summary>
internal sealed class ConsumedStates(TimeProvider clock)
{
    private const int Enough = 100_000;
    private readonly ConcurrentDictionary<string, DateTimeOffset> _spent = new(StringComparer.Ordinal);

    /// <summary>True the first time.</summary>
    public bool Spend(string id)
    {
        var now = clock.GetUtcNow();
        if (_spent.Count > Enough || _spent.Count % 256 == 255)
            Forget(now);
        return _spent.TryAdd(id, now + SignInCorrelation.Lifetime);
    }

    private void Forget(DateTimeOffset now)
    {
        foreach (var (id, end) in _spent)
        {
            if (end <= now)
                _spent.TryRemove(id, out _);
        }
    }
}
