namespace AvayaCloud.Identity.Postgres;

/// <summary>The sessions of all replicas, and the locks that this one holds.</summary>
internal sealed class PostgresSessionStore(
    PortalDatabase database, EndedSessions ended, Outbox outbox, ConnectionStrings strings, TimeProvider clock) : ISessionStore, IDisposable
{
    private readonly SemaphoreSlim _slots = new(strings.MaxLocks);
    private readonly List<PostgresSessionLock> _locks = [];

    public void Listen(Action<SessionSignal> listener) => ended.Listen(listener);

    public SessionEndReason? GetEndReason(SessionId id) => ended.GetEndReason(id);

    public async Task<ISessionLock?> AcquireLockAsync(SessionId id, CancellationToken cancellationToken)
    {
        // The pool would reject waiting callers after its own timeout; here only their own limit applies.
        await _slots.WaitAsync(cancellationToken);
        var sessionLock = new PostgresSessionLock(id, _slots, database, ended, outbox, clock);
        var isAcquired = false;
        try
        {
            isAcquired = await sessionLock.TryAcquireAsync(cancellationToken);
            return isAcquired ? Add(sessionLock) : null;
        }
        finally
        {
            if (!isAcquired)
                await sessionLock.DisposeAsync();
        }
    }

    /// <summary>Takes the lost locks again, before other replicas may acquire any: they would send a refresh token that is about to be
    /// spent.</summary>
    public Task ReclaimLocksAsync(CancellationToken cancellationToken)
    {
        List<PostgresSessionLock> held;
        lock (_locks)
            held = [.. _locks];
        return Task.WhenAll(held.Select(sessionLock => sessionLock.ReclaimAsync(cancellationToken)));
    }

    public async Task<SharedTokens?> ReadAsync(SessionId id, CancellationToken cancellationToken)
    {
        var row = await database.TryQueryAsync((connection, token) => SessionRow.ReadAsync(connection, id, token), cancellationToken);
        if (row is null)
            return null;
        ended.AddFromReplica(id, row.EndReason, row.EndExpiresIn);
        return row.Tokens;
    }

    public ValueTask TrimAsync(SessionId id, SharedTokens tokens, CancellationToken cancellationToken)
    {
        outbox.Post(SessionWrites.TrimmedTokens(id, tokens, tokens.ForgetAt - clock.GetUtcNow()));
        return ValueTask.CompletedTask;
    }

    public ValueTask EndAsync(SessionId id, SessionEndReason reason, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var end = new SessionEnd(reason, until);
        ended.Add(id, end);
        return outbox.WriteAsync(SessionWrites.End(id, end, until - clock.GetUtcNow(), ended.Replica), cancellationToken);
    }

    public void Dispose() => _slots.Dispose();

    // Removes those that are over, so that a lock need not know where it is listed.
    private PostgresSessionLock Add(PostgresSessionLock acquired)
    {
        lock (_locks)
        {
            _locks.RemoveAll(known => known.IsOver);
            _locks.Add(acquired);
        }

        return acquired;
    }
}
