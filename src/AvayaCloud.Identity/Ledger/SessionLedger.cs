using System.Collections.Concurrent;

namespace AvayaCloud.Identity;

/// <summary>What this replica knows of each session: its newest tokens, its end, its back-off. In memory, because every request reads it. A
/// restart loses nothing, because each cookie brings its tokens back.</summary>
internal sealed class SessionLedger(
    ISessionStore store, TokenProtector protector, IOptions<SessionLifetime> lifetime, TimeProvider clock)
{
    private readonly ConcurrentDictionary<SessionId, LedgerEntry> _entries = new();

    /// <summary>The number of sessions, including ended ones.</summary>
    public int Count => _entries.Count;

    public bool Contains(SessionId id) => _entries.ContainsKey(id);

    public SessionState GetState(SessionId id)
    {
        if (_entries.TryGetValue(id, out var entry) && entry.State is not SessionState.Unknown)
            return entry.State;
        return store.GetEndReason(id) is { } reason ? new SessionState.Ended(reason) : new SessionState.Unknown();
    }

    /// <summary>The ledger's tokens if they are newer than the caller's, else the caller's. Null when the session has ended.</summary>
    public TokenSet? GetNewestTokens(SessionId id, TokenSet? fromCookie) => GetState(id) switch
    {
        SessionState.Ended => null,
        SessionState.Active active when active.Generation > (fromCookie?.Generation ?? 0) => Unprotect(id, active) ?? fromCookie,
        _ => fromCookie,
    };

    /// <summary>True when no cookie may be written with this generation: there is a newer one, or the session has ended.</summary>
    public bool IsSuperseded(SessionId id, int generation) => GetState(id) switch
    {
        SessionState.Active active => active.Generation > generation,
        SessionState.Ended => true,
        _ => false,
    };

    /// <summary>Enters tokens unless newer ones are known. False when the session has ended: nothing restores it.</summary>
    /// <param name="isAcknowledged">False while the browser may not have them, so that the ledger may have the only copy.</param>
    public bool Upsert(SessionId id, TokenSet tokens, bool isAcknowledged) => WithEntryLock(id, entry =>
    {
        ApplyStoredEnd(id, entry);
        if (entry.State is SessionState.Ended)
            return false;
        if (entry.State is SessionState.Active && !entry.State.IsBehind(tokens.Generation))
            return true;
        entry.SetTokens(tokens, protector.Protect(id, tokens), lifetime.Value.IdleTimeout);
        if (isAcknowledged)
            entry.Acknowledge();
        return true;
    });

    /// <summary>The browser has this generation.</summary>
    public void Acknowledge(SessionId id, int generation)
    {
        if (!_entries.TryGetValue(id, out var entry) || entry.IsAcknowledged)
            return;
        lock (entry.Gate)
        {
            if (entry.State is SessionState.Active active && active.Generation == generation && !entry.IsAcknowledged)
                entry.Acknowledge();
        }
    }

    /// <summary>Until <paramref name="until"/> no cookie and no late response restores the session.</summary>
    /// <returns>Whether it had not ended before, and the newest tokens that were known.</returns>
    public (bool IsNew, TokenSet? Newest) Tombstone(SessionId id, SessionEndReason reason, DateTimeOffset until) =>
        WithEntryLock(id, entry =>
        {
            var isNew = entry.State is not SessionState.Ended;
            var newest = entry.State is SessionState.Active active ? Unprotect(id, active) : null;
            // The store may know an earlier end, of which the observers have not been notified yet.
            entry.Tombstone(store.GetEndReason(id) ?? reason, until);
            return (isNew, newest);
        });

    /// <summary>True once for a session that was ended without its refresh token at hand.</summary>
    public bool TryClaimRevocation(SessionId id) => WithEntryLock(id, entry =>
    {
        ApplyStoredEnd(id, entry);
        var isOwed = entry.State is SessionState.Ended && entry.OwesRevocation;
        entry.OwesRevocation = false;
        return isOwed;
    });

    /// <summary>Completes when there is a newer generation, or the session has ended.</summary>
    public Task WaitForNewerAsync(SessionId id, int generation, CancellationToken cancellationToken) =>
        WithEntryLock(id, entry => IsSuperseded(id, generation) ? Task.CompletedTask : entry.WaitForChangeAsync(cancellationToken));

    /// <summary>The last refresh, if it failed.</summary>
    public RefreshBackoff? GetBackoff(SessionId id) => _entries.GetValueOrDefault(id)?.Backoff;

    public void SetBackoff(SessionId id, RefreshBackoff? backoff) => WithEntryLock(id, entry => entry.Backoff = backoff);

    /// <summary>Removes what is no longer needed.</summary>
    /// <returns>The generations whose refresh token was dropped, because the browser has it.</returns>
    public IReadOnlyList<(SessionId Id, SharedTokens Tokens)> Sweep()
    {
        List<(SessionId, SharedTokens)> trimmed = [];
        foreach (var (id, entry) in _entries)
        {
            lock (entry.Gate)
            {
                if (entry.CanBeForgotten)
                    entry.IsRemoved = _entries.TryRemove(id, out _);
                else if (entry.CanDropRefreshToken && DropRefreshToken(id, entry) is { } tokens)
                    trimmed.Add((id, tokens));
            }
        }

        return trimmed;
    }

    private SharedTokens? DropRefreshToken(SessionId id, LedgerEntry entry)
    {
        if (entry.State is not SessionState.Active active || Unprotect(id, active) is not { } tokens)
            return null;
        var trimmed = tokens with { Refresh = null };
        var protectedTokens = protector.Protect(id, trimmed);
        var forgetAt = entry.DropRefreshToken(trimmed, protectedTokens);
        return new SharedTokens(trimmed.Generation, protectedTokens, forgetAt);
    }

    private TokenSet? Unprotect(SessionId id, SessionState.Active active) => protector.Unprotect(id, active.ProtectedTokens);

    private void ApplyStoredEnd(SessionId id, LedgerEntry entry)
    {
        if (entry.State is SessionState.Unknown && store.GetEndReason(id) is { } reason)
            entry.Tombstone(reason);
    }

    // A tombstone in an entry that the sweep has just removed would be lost, so the entry is looked up again.
    private T WithEntryLock<T>(SessionId id, Func<LedgerEntry, T> action)
    {
        while (true)
        {
            var entry = _entries.GetOrAdd(id, static (_, clock) => new LedgerEntry(clock), clock);
            lock (entry.Gate)
            {
                if (entry.IsRemoved)
                    continue;
                return action(entry);
            }
        }
    }
}
