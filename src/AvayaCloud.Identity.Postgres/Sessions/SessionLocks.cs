using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace AvayaCloud.Identity.Postgres;

/// <summary>
/// The session locks of this replica. Each is an advisory lock in a transaction on its own connection: whatever ends the connection ends
/// the lock, and the server wakes the next waiter. A server that restarts forgets the locks while the calls under them go on, so they are
/// reclaimed.
/// </summary>
internal sealed class SessionLocks(
    PortalDatabase database, EndedSessions ended, Outbox outbox, ConnectionStrings strings, TimeProvider clock) : IDisposable
{
    private const string WaitForLock = "select pg_advisory_xact_lock($1)";
    private const string TryLock = "select pg_try_advisory_xact_lock($1)";

    private readonly SemaphoreSlim _slots = new(strings.MaxLocks);
    private readonly ConcurrentDictionary<PostgresSessionLock, PostgresSessionLock> _held = new();

    /// <summary>Null when the database cannot be reached, or allows no locks yet.</summary>
    public async Task<ISessionLock?> AcquireAsync(SessionId id, CancellationToken cancellationToken)
    {
        // The pool would reject waiting callers after its own timeout; here only their own limit applies.
        await _slots.WaitAsync(cancellationToken);
        PostgresSessionLock? acquired = null;
        try
        {
            acquired = await database.OpenForLockAsync(connection => AcquireAsync(connection, id, cancellationToken), cancellationToken);
            return acquired;
        }
        finally
        {
            if (acquired is null)
                _slots.Release();
        }
    }

    /// <summary>
    /// Takes the lost locks again, before other replicas may acquire any: they would send a refresh token that is about to be spent.
    /// </summary>
    public Task ReclaimAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(_held.Keys.Select(held => ReclaimAsync(held, cancellationToken)));

    /// <summary>The commit also releases the lock, so that the next waiter finds the successor.</summary>
    public async ValueTask<bool> WriteAsync(PostgresSessionLock held, SharedTokens tokens, CancellationToken cancellationToken)
    {
        var write = SessionWrites.Tokens(held.Id, tokens, tokens.ForgetAt - clock.GetUtcNow(), ended.Replica);
        await held.Turn.WaitAsync(CancellationToken.None);
        try
        {
            if (!held.IsOver && await TryWriteAsync(held, write, cancellationToken) is { } isWritten)
                return isWritten;
        }
        finally
        {
            held.IsOver = true;
            held.Turn.Release();
        }

        outbox.Post(write);
        return ended.GetEndReason(held.Id) is null;
    }

    public async ValueTask ReleaseAsync(PostgresSessionLock held, CancellationToken cancellationToken)
    {
        await held.Turn.WaitAsync(cancellationToken);
        held.IsOver = true;
        held.Turn.Release();
        if (!_held.TryRemove(held, out _))
            return;
        _slots.Release();
        await CloseAsync(held.Connection);
    }

    public void Dispose() => _slots.Dispose();

    private async Task<PostgresSessionLock> AcquireAsync(NpgsqlConnection connection, SessionId id, CancellationToken cancellationToken)
    {
        var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var row = await LockAndReadAsync(connection, id, cancellationToken);
        ended.AddFromReplica(id, row.EndReason, row.EndExpiresIn);
        var held = new PostgresSessionLock(this, id, new SharedSessionState(row.EndReason, row.Tokens), connection, transaction);
        _held[held] = held;
        return held;
    }

    // Each statement of a batch sees what was committed before it began, so the row is what the previous holder wrote.
    private static async Task<SessionRow> LockAndReadAsync(NpgsqlConnection connection, SessionId id, CancellationToken cancellationToken)
    {
        // Only the caller's limit applies.
        await using var batch = new NpgsqlBatch(connection) { Timeout = 0 };
        batch.Add(WaitForLock, KeyOf(id)).Add(SessionRow.Query, id.Value);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        return await SessionRow.ReadAsync(reader, cancellationToken);
    }

    /// <returns>Null when the database failed; false when the session has ended.</returns>
    private async Task<bool?> TryWriteAsync(PostgresSessionLock held, PendingWrite write, CancellationToken cancellationToken)
    {
        try
        {
            await write.ExecuteAsync(held.Connection, cancellationToken);
            var row = await SessionRow.ReadAsync(held.Connection, held.Id, cancellationToken);
            await held.Transaction.CommitAsync(cancellationToken);
            // Without waiting for the signal.
            ended.AddFromReplica(held.Id, row.EndReason, row.EndExpiresIn);
            return row.EndReason is null;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
        catch (Exception error) when (DbErrors.IsDatabaseError(error))
        {
            database.Failed(error);
            return null;
        }
    }

    // Does nothing when the lock was not lost: then the server does not grant it a second time.
    private async Task ReclaimAsync(PostgresSessionLock held, CancellationToken cancellationToken)
    {
        await held.Turn.WaitAsync(cancellationToken);
        try
        {
            if (held.IsOver || await database.OpenToReclaimAsync(cancellationToken) is not { } connection)
                return;
            var unused = connection;
            try
            {
                var transaction = await connection.BeginTransactionAsync(cancellationToken);
                await using var command = connection.CreateCommand(TryLock, KeyOf(held.Id));
                if (await command.ExecuteScalarAsync(cancellationToken) is true)
                    unused = held.Replace(connection, transaction);
            }
            catch (Exception error) when (DbErrors.IsDatabaseError(error))
            {
                // The next reconnect tries again.
            }
            finally
            {
                await CloseAsync(unused);
            }
        }
        finally
        {
            held.Turn.Release();
        }
    }

    // Returning it to the pool rolls back what is open.
    private async Task CloseAsync(NpgsqlConnection connection)
    {
        try
        {
            await connection.DisposeAsync();
        }
        catch (Exception error) when (DbErrors.IsDatabaseError(error))
        {
            database.Failed(error);
        }
    }

    private static long KeyOf(SessionId id) => BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(Encoding.ASCII.GetBytes(id.Value)));
}
