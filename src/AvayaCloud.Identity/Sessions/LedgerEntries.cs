using System.Collections.Concurrent;

namespace AvayaCloud.Identity;

/// <summary>The sessions in the memory of this process: entered, kept as long as somebody may ask, and forgotten.</summary>
internal sealed class LedgerEntries : IDisposable
{
    /// <summary>How long an entry outlives its access token: longer than a request with the cookie before is under way.</summary>
    private static readonly TimeSpan Lag = TimeSpan.FromMinutes(10);

    /// <summary>How long the refresh token stays after the browser has it, for requests that were under way with the old cookie.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan SweepEvery = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<SessionId, LedgerEntry> _entries = new();
    private readonly ISessionStore _store;
    private readonly TokenProtector _seal;
    private readonly SessionLifetime _lifetime;
    private readonly TimeProvider _clock;
    private readonly ITimer _sweeper;

    public LedgerEntries(ISessionStore store, TokenProtector seal, SessionLifetime lifetime, TimeProvider clock)
    {
        (_store, _seal, _lifetime, _clock) = (store, seal, lifetime, clock);
        _sweeper = clock.CreateTimer(_ => Sweep(), null, SweepEvery, SweepEvery);
    }

    public int Count => _entries.Count;

    public IReadOnlyList<Task> FlightsUnderWay() => [.. _entries.Values.Select(entry => entry.Flight).OfType<Task>()];

    public LedgerEntry? Find(SessionId id) => _entries.GetValueOrDefault(id);

    /// <summary>Acts on the session's entry under its lock. An entry that the sweep has just taken out would keep a tombstone that nobody finds.</summary>
    public T Within<T>(SessionId id, Func<LedgerEntry, T> act)
    {
        while (true)
        {
            var entry = _entries.GetOrAdd(id, static (_, clock) => new LedgerEntry { ForgetAt = new Deadline(clock, clock.GetUtcNow() + Lag) }, _clock);
            lock (entry.Gate)
            {
                if (entry.IsRetired)
                    continue;
                if (entry.Standing is SessionState.Unknown && _store.EndOf(id) is { } why)
                    (entry.Standing, entry.OwesRevocation) = (new SessionState.Ended(why), true);
                return act(entry);
            }
        }
    }

    /// <summary>The newest tokens of the session; under the entry's lock.</summary>
    /// <param name="id">The session.</param>
    /// <param name="entry">Its entry.</param>
    /// <param name="tokens">The generation.</param>
    /// <param name="shown">False while the browser may not have it: then this is the only place where the pair is (a response that got lost, a laptop that fell asleep).</param>
    public void Enter(SessionId id, LedgerEntry entry, TokenSet tokens, bool shown)
    {
        Put(id, entry, tokens);
        entry.TokensExpireAt = tokens.ExpiresAt;
        entry.TrimAt = null;
        entry.ForgetAt = new Deadline(_clock, _clock.GetUtcNow() + _lifetime.IdleTimeout);
        if (shown)
            Confirm(entry);
        Tell(entry);
    }

    /// <summary>Wakes whoever waits for news of the session; under the entry's lock.</summary>
    public static void Tell(LedgerEntry entry)
    {
        entry.News?.SetResult();
        entry.News = null;
    }

    public void Confirm(LedgerEntry entry)
    {
        entry.TrimAt = new Deadline(_clock, _clock.GetUtcNow() + Overlap);
        entry.ForgetAt = new Deadline(_clock, OutlivedUntil(entry.TokensExpireAt));
    }

    public void Dispose() => _sweeper.Dispose();

    // The end may have been written by a clock that was wrong, or is read by one: those who are behind have their while in any case.
    private DateTimeOffset OutlivedUntil(DateTimeOffset expiresAt)
    {
        var now = _clock.GetUtcNow();
        return (expiresAt > now ? expiresAt : now) + Lag;
    }

    private void Put(SessionId id, LedgerEntry entry, TokenSet tokens)
    {
        var seal = _seal.Seal(id, tokens);
        entry.Standing = new SessionState.Live(tokens.Generation, () => _seal.Open(id, seal));
        entry.HoldsRefreshToken = tokens.Refresh is not null;
    }

    private void Sweep()
    {
        foreach (var (id, entry) in _entries)
        {
            lock (entry.Gate)
            {
                if (entry.Flight is not null || entry.HoldOffEnds is { MayHavePassed: false })
                    continue;
                if (entry.ForgetAt.HasSurelyPassed)
                    entry.IsRetired = _entries.TryRemove(id, out _);
                else if (entry.HoldsRefreshToken && entry.TrimAt is { MayHavePassed: true } && (entry.Standing as SessionState.Live)?.Tokens() is { } tokens)
                    Trim(id, entry, tokens with { Refresh = null });
            }
        }
    }

    // From now on only the browser has the refresh token. The first generation was never written for others.
    private void Trim(SessionId id, LedgerEntry entry, TokenSet tokens)
    {
        Put(id, entry, tokens);
        if (tokens.Generation > 1)
            _ = _store.TrimAsync(id, new SharedTokens(tokens.Generation, _seal.Seal(id, tokens), OutlivedUntil(tokens.ExpiresAt)), CancellationToken.None).AsTask();
    }
}
