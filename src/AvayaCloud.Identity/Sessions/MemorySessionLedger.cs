using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace AvayaCloud.Identity;

/// <summary>The ledger of a single replica. A restart loses it, and nothing with it: each cookie brings its own tokens back.</summary>
internal sealed class MemorySessionLedger : ISessionLedger, IDisposable
{
    /// <summary>Longer than the provider's slowest answer (<see cref="ProviderBackchannel"/>): the flight ends by its answer, not by this.</summary>
    private static readonly TimeSpan FlightLimit = TimeSpan.FromSeconds(45);

    /// <summary>How long an entry outlives its access token: tabs and circuits that are a little behind.</summary>
    private static readonly TimeSpan Lag = TimeSpan.FromMinutes(2);

    /// <summary>How long the refresh token stays after the browser has it, for requests that were under way with the old cookie.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan SweepEvery = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<SessionId, LedgerEntry> _entries = new();
    private readonly TokenSeal _seal;
    private readonly SessionLifetime _lifetime;
    private readonly TimeProvider _clock;
    private readonly ITimer _sweeper;

    public MemorySessionLedger(TokenSeal seal, IOptions<SessionLifetime> lifetime, TimeProvider clock)
    {
        (_seal, _lifetime, _clock) = (seal, lifetime.Value, clock);
        _sweeper = clock.CreateTimer(_ => Sweep(), null, SweepEvery, SweepEvery);
    }

    /// <summary>Entries held, for the metric and the tests of bounded memory.</summary>
    public int Count => _entries.Count;

    /// <summary>Refreshes under way: what a stop has to wait for, and the tests.</summary>
    public int Flights => _entries.Values.Count(entry => entry.Flight is not null);

    public SessionStanding Look(SessionId id) => _entries.TryGetValue(id, out var entry) ? entry.Standing : SessionStanding.Unknown.Instance;

    public ValueTask RecordAsync(SessionId id, TokenSet tokens, CancellationToken cancellationToken)
    {
        Within(id, entry =>
        {
            if (entry.Standing is SessionStanding.Unknown || (entry.Standing is SessionStanding.Live live && live.Generation < tokens.Generation))
                Enter(id, entry, tokens, confirmed: true);
            return true;
        });
        return ValueTask.CompletedTask;
    }

    public void Confirm(SessionId id, int generation)
    {
        if (!_entries.TryGetValue(id, out var entry) || entry.ConfirmedAt is not null)
            return;
        lock (entry.Gate)
        {
            if (entry.Standing is SessionStanding.Live live && live.Generation == generation && entry.ConfirmedAt is null)
                (entry.ConfirmedAt, entry.ForgetAt) = (_clock.GetUtcNow(), entry.TokensExpireAt + Lag);
        }
    }

    public Task<RefreshOutcome> RefreshAsync(
        SessionId id, TokenSet spent, Func<TokenSet, CancellationToken, Task<RefreshOutcome>> refresh, CancellationToken cancellationToken) =>
        Within(id, entry =>
        {
            if (entry.Standing is SessionStanding.Ended)
                return Task.FromResult<RefreshOutcome>(new RefreshOutcome.Ended("the session is over"));
            if (entry.Standing is SessionStanding.Live live && live.Generation > spent.Generation && live.Tokens() is { } successor)
                return Task.FromResult<RefreshOutcome>(new RefreshOutcome.Renewed(successor));
            if (entry.HoldOff is { } holdOff && holdOff.RetryAt > _clock.GetUtcNow())
                return Task.FromResult<RefreshOutcome>(holdOff);
            // Begun under the lock, run outside of it; the caller's cancellation is not handed on.
            return entry.Flight ??= Task.Run(() => FlyAsync(id, entry, spent, refresh), CancellationToken.None);
        }).WaitAsync(cancellationToken);

    public ValueTask<TokenSet?> EndAsync(SessionId id, DateTimeOffset until, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Within(id, entry =>
        {
            var newest = (entry.Standing as SessionStanding.Live)?.Tokens();
            entry.Standing = SessionStanding.Ended.Instance;
            entry.ForgetAt = until;
            return newest;
        }));

    public void Dispose() => _sweeper.Dispose();

    private async Task<RefreshOutcome> FlyAsync(
        SessionId id, LedgerEntry entry, TokenSet spent, Func<TokenSet, CancellationToken, Task<RefreshOutcome>> refresh)
    {
        RefreshOutcome? outcome = null;
        try
        {
            using var limit = new CancellationTokenSource(FlightLimit, _clock);
            outcome = await refresh(spent, limit.Token);
            return Land(id, entry, outcome);
        }
        finally
        {
            lock (entry.Gate)
            {
                entry.Flight = null;
                // No outcome means that the fetch threw, which is a bug; it is no reason to ask again with every request.
                entry.HoldOff = outcome is null ? new("the refresh failed", _clock.GetUtcNow() + AfterFailure) : outcome as RefreshOutcome.Unavailable;
            }
        }
    }

    private RefreshOutcome Land(SessionId id, LedgerEntry entry, RefreshOutcome outcome)
    {
        lock (entry.Gate)
        {
            // Ended while the answer was under way: the answer must not bring it back. Its tokens are revoked by whoever refreshed.
            if (entry.Standing is SessionStanding.Ended)
                return new RefreshOutcome.Ended("the session ended meanwhile");
            if (outcome is RefreshOutcome.Renewed(var tokens))
                Enter(id, entry, tokens, confirmed: false);
        }

        return outcome;
    }

    // An entry that the sweep has just taken out would keep a tombstone that nobody finds.
    private T Within<T>(SessionId id, Func<LedgerEntry, T> act)
    {
        while (true)
        {
            var entry = _entries.GetOrAdd(id, static (_, now) => new LedgerEntry { ForgetAt = now + Lag }, _clock.GetUtcNow());
            lock (entry.Gate)
            {
                if (!entry.IsRetired)
                    return act(entry);
            }
        }
    }

    private void Enter(SessionId id, LedgerEntry entry, TokenSet tokens, bool confirmed)
    {
        var seal = _seal.Seal(id, tokens);
        entry.Standing = new SessionStanding.Live(tokens.Generation, () => _seal.Open(id, seal));
        entry.HoldsRefreshToken = tokens.Refresh is not null;
        entry.ConfirmedAt = confirmed ? _clock.GetUtcNow() : null;
        entry.TokensExpireAt = tokens.ExpiresAt;
        // Until the browser has shown it, this is the only place where the pair is: a response that got lost, a laptop that fell asleep.
        entry.ForgetAt = confirmed ? tokens.ExpiresAt + Lag : _clock.GetUtcNow() + _lifetime.IdleTimeout;
    }

    private void Sweep()
    {
        var now = _clock.GetUtcNow();
        foreach (var (id, entry) in _entries)
        {
            lock (entry.Gate)
            {
                if (entry.Flight is not null || entry.HoldOff?.RetryAt > now)
                    continue;
                if (entry.ForgetAt <= now)
                    entry.IsRetired = _entries.TryRemove(id, out _);
                else if (MayDropRefreshToken(entry, now) && (entry.Standing as SessionStanding.Live)?.Tokens() is { } tokens)
                    Enter(id, entry, tokens with { Refresh = null }, confirmed: true);
            }
        }
    }

    private static bool MayDropRefreshToken(LedgerEntry entry, DateTimeOffset now) =>
        entry.HoldsRefreshToken && entry.ConfirmedAt + Overlap <= now;
}
