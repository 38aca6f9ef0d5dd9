using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace AvayaCloud.Identity.Postgres;

/// <summary>The lock of one session, usable for one write. It is an advisory lock in a transaction on its own connection: whatever ends the
/// connection ends the lock, and the server wakes the next waiter. A server that restarts forgets the lock while the call under it goes on,
/// so it is reclaimed.</summary>
internal sealed class PostgresSessionLock(
    SessionId id, SemaphoreSlim slots, PortalDatabase database, EndedSessions ended, Outbox outbox, TimeProvider clock) : ISessionLock
{
    private const string WaitForLock = "select pg_advisory_xact_lock($1)";
    private const string TryLock = "select pg_try_advisory_xact_lock($1)";

    private readonly long _key = BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(Encoding.ASCII.GetBytes(id.Value)));

    // Write, reclaim and release exclude each other.
    private readonly SemaphoreSlim _turn = new(1);
    private NpgsqlConnection? _connection;
    private NpgsqlTransaction? _transaction;
    private bool _isDisposed;

    public SharedSessionState State { get; private set; } = new(End: null, Tokens: null);

    /// <summary>Written or released: there is nothing left to reclaim.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Waits for the lock. False when the database cannot be reached, or allows no locks yet.</summary>
    public async Task<bool> TryAcquireAsync(CancellationToken cancellationToken)
    {
        _connection = await database.OpenForLockAsync(cancellationToken);
        return _connection is not null && await database.TryAsync(LockAndReadAsync, cancellationToken);
    }

    /// <summary>The commit also releases the lock, so that the next waiter finds the successor. It cannot be cancelled: a rotated token
    /// that is not stored ends the session.</summary>
    public async ValueTask<bool> WriteAsync(SharedTokens tokens, CancellationToken cancellationToken)
    {
        var write = SessionWrites.Tokens(id, tokens, tokens.ForgetAt - clock.GetUtcNow(), ended.Replica);
        var isActive = false;
        await _turn.WaitAsync(CancellationToken.None);
        try
        {
            if (!IsOver && await database.TryAsync(async _ => isActive = await WriteAndCommitAsync(write), CancellationToken.None))
                return isActive;
        }
        finally
        {
            IsOver = true;
            _turn.Release();
        }

        outbox.Post(write);
        return ended.GetEndReason(id) is null;
    }

    /// <summary>Takes a lost lock again, on a new connection. Does nothing when it was not lost: then the server does not grant it a second
    /// time.</summary>
    public async Task ReclaimAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (IsOver || await database.OpenToReclaimAsync(cancellationToken) is not { } connection)
                return;
            NpgsqlConnection? unused = connection;
            try
            {
                var transaction = await connection.BeginTransactionAsync(cancellationToken);
                await using var command = connection.CreateCommand(TryLock, _key);
                if (await command.ExecuteScalarAsync(cancellationToken) is true)
                {
                    unused = _connection;
                    _connection = connection;
                    _transaction = transaction;
                }
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
            _turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _turn.WaitAsync(CancellationToken.None);
        IsOver = true;
        _turn.Release();
        if (Interlocked.Exchange(ref _isDisposed, true))
            return;
        try
        {
            await CloseAsync(_connection);
        }
        finally
        {
            // Last: the next lock needs a connection of the pool.
            slots.Release();
        }
    }

    private async Task LockAndReadAsync(CancellationToken cancellationToken)
    {
        _transaction = await _connection!.BeginTransactionAsync(cancellationToken);
        // Only the caller's limit applies.
        await using var batch = new NpgsqlBatch(_connection) { Timeout = 0 };
        // Each statement of a batch sees what was committed before it began, so the row is what the previous holder wrote.
        batch.Add(WaitForLock, _key).Add(SessionRow.Query, id.Value);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        var row = await SessionRow.ReadAsync(reader, cancellationToken);
        ended.AddFromReplica(id, row.EndReason, row.EndExpiresIn);
        State = new SharedSessionState(row.EndReason, row.Tokens);
    }

    /// <returns>False when the session has ended.</returns>
    private async Task<bool> WriteAndCommitAsync(PendingWrite write)
    {
        await write.ExecuteAsync(_connection!, CancellationToken.None);
        var row = await SessionRow.ReadAsync(_connection!, id, CancellationToken.None);
        await _transaction!.CommitAsync(CancellationToken.None);
        // Without waiting for the signal.
        ended.AddFromReplica(id, row.EndReason, row.EndExpiresIn);
        return row.EndReason is null;
    }

    // Returning it to the pool rolls back what is open.
    private async Task CloseAsync(NpgsqlConnection? connection)
    {
        if (connection is not null)
            await database.TryAsync(_ => connection.DisposeAsync().AsTask(), CancellationToken.None);
    }
}
