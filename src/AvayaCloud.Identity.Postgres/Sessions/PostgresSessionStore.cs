namespace AvayaCloud.Identity.Postgres;

/// <summary>The sessions of all replicas.</summary>
internal sealed class PostgresSessionStore(
    PortalDatabase database, EndedSessions ended, Outbox outbox, SessionLocks locks, TimeProvider clock) : ISessionStore
{
    public void Listen(Action<SessionSignal> listener) => ended.Listen(listener);

    public SessionEndReason? GetEndReason(SessionId id) => ended.GetEndReason(id);

    public Task<ISessionLock?> AcquireLockAsync(SessionId id, CancellationToken cancellationToken) =>
        locks.AcquireAsync(id, cancellationToken);

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
}
