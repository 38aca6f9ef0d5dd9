namespace AvayaCloud.Identity.Postgres;

/// <summary>A held lock, good for one write. <see cref="SessionLocks"/> does the work.</summary>
internal sealed class PostgresSessionLock(
    SessionLocks locks, SessionId id, SharedSessionState state, NpgsqlConnection connection, NpgsqlTransaction transaction) : ISessionLock
{
    public SessionId Id => id;

    public SharedSessionState State => state;

    /// <summary>Write, reclaim and release exclude each other.</summary>
    public SemaphoreSlim Turn { get; } = new(1);

    public bool IsOver { get; set; }

    public NpgsqlConnection Connection { get; private set; } = connection;

    public NpgsqlTransaction Transaction { get; private set; } = transaction;

    public ValueTask<bool> WriteAsync(SharedTokens tokens, CancellationToken cancellationToken) =>
        locks.WriteAsync(this, tokens, cancellationToken);

    /// <returns>The connection that broke.</returns>
    public NpgsqlConnection Replace(NpgsqlConnection newConnection, NpgsqlTransaction newTransaction)
    {
        var broken = Connection;
        Connection = newConnection;
        Transaction = newTransaction;
        return broken;
    }

    public ValueTask DisposeAsync() => locks.ReleaseAsync(this, CancellationToken.None);
}
