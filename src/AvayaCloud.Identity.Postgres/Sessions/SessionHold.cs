using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace AvayaCloud.Identity.Postgres;

/// <summary>
/// The lock of one session: an advisory lock in a transaction on a connection of its own. Whatever ends the connection ends the lock, and
/// the server wakes who comes next.
/// </summary>
internal sealed class SessionHold : ISessionHold
{
    private const string Lock = "select pg_advisory_xact_lock($1)";

    private readonly NpgsqlConnection _connection;
    private readonly SessionId _id;
    private readonly Sharing _sharing;
    private Action? _release;
    private NpgsqlTransaction? _transaction;

    private SessionHold(NpgsqlConnection connection, NpgsqlTransaction transaction, SessionId id, Sharing sharing, SharedStanding standing, Action release)
    {
        (_connection, _transaction, _id, _sharing, _release) = (connection, transaction, id, sharing, release);
        Standing = standing;
    }

    public SharedStanding Standing { get; }

    /// <summary>Waits for the lock; what is read after it is what the one before has written.</summary>
    public static async Task<SessionHold> TakeAsync(
        NpgsqlConnection connection, SessionId id, Sharing sharing, Action release, CancellationToken cancellationToken)
    {
        var transaction = await connection.BeginTransactionAsync(cancellationToken);
        // No limit but the caller's. Each statement of a batch sees what was committed when it began.
        await using var batch = new NpgsqlBatch(connection) { Timeout = 0 };
        batch.With(Lock, KeyOf(id)).With(Postgres.Standing.Read, id.Value, sharing.Now);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        var standing = await Postgres.Standing.ReadAsync(reader, cancellationToken);
        sharing.Learn(id, standing.Until);
        return new SessionHold(connection, transaction, id, sharing, standing.Standing, release);
    }

    /// <summary>The lock goes with the commit, so that who waits wakes to the successor.</summary>
    public async ValueTask<bool> KeepAsync(SharedTokens tokens, CancellationToken cancellationToken)
    {
        var keep = _sharing.Keep(_id, tokens);
        if (Interlocked.Exchange(ref _transaction, null) is { } transaction && await TryKeepAsync(keep, transaction, cancellationToken) is { } isKept)
            return isKept;
        _sharing.Outbox.Post(keep);
        return !_sharing.IsEnded(_id);
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            // Back to the pool, which rolls back what is open, or thrown away when it is broken.
            await _connection.DisposeAsync();
        }
        catch (Exception trouble) when (Trouble.Is(trouble))
        {
            _sharing.Database.Failed(trouble);
        }
        finally
        {
            Interlocked.Exchange(ref _release, null)?.Invoke();
        }
    }

    // Null when the database did not say.
    private async Task<bool?> TryKeepAsync(KeepWrite keep, NpgsqlTransaction transaction, CancellationToken cancellationToken)
    {
        try
        {
            await keep.DoAsync(_connection, cancellationToken);
            var until = await ReadEndAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            // Known by now, not when the signal comes.
            _sharing.Learn(_id, until);
            return until is null;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
        catch (Exception trouble) when (Trouble.Is(trouble))
        {
            _sharing.Database.Failed(trouble);
            return null;
        }
    }

    private async Task<DateTimeOffset?> ReadEndAsync(CancellationToken cancellationToken)
    {
        await using var read = _connection.Command(Postgres.Standing.Read, _id.Value, _sharing.Now);
        await using var reader = await read.ExecuteReaderAsync(cancellationToken);
        return (await Postgres.Standing.ReadAsync(reader, cancellationToken)).Until;
    }

    private static long KeyOf(SessionId id) => BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(Encoding.ASCII.GetBytes(id.Value)));
}
