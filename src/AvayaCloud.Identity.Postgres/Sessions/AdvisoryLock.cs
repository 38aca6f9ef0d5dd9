using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace AvayaCloud.Identity.Postgres;

/// <summary>
/// An advisory lock in a transaction on a connection of its own. Whatever ends the connection ends the lock, and the server wakes who
/// comes next.
/// </summary>
internal sealed class AdvisoryLock(NpgsqlConnection connection, NpgsqlTransaction transaction) : IAsyncDisposable
{
    private const string Wait = "select pg_advisory_xact_lock($1)";
    private const string Try = "select pg_try_advisory_xact_lock($1)";

    public NpgsqlConnection Connection => connection;

    /// <summary>Waits for it; what is read after it is what the one before has written.</summary>
    public static async Task<(AdvisoryLock Lock, SharedSessionState State, End? End)> TakeAsync(
        NpgsqlConnection connection, SessionId id, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var transaction = await connection.BeginTransactionAsync(cancellationToken);
        // No limit but the caller's. Each statement of a batch sees what was committed when it began.
        await using var batch = new NpgsqlBatch(connection) { Timeout = 0 };
        batch.With(Wait, KeyOf(id)).With(SessionStateQuery.Read, id.Value);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        var (state, end) = await SessionStateQuery.ReadAsync(reader, now, cancellationToken);
        return (new AdvisoryLock(connection, transaction), state, end);
    }

    /// <summary>Null when somebody has it.</summary>
    public static async Task<AdvisoryLock?> TryTakeAsync(NpgsqlConnection connection, SessionId id, CancellationToken cancellationToken)
    {
        var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var command = connection.Command(Try, KeyOf(id));
        return await command.ExecuteScalarAsync(cancellationToken) is true ? new AdvisoryLock(connection, transaction) : null;
    }

    /// <summary>What was written becomes visible, and the lock is free.</summary>
    public Task CommitAsync(CancellationToken cancellationToken) => transaction.CommitAsync(cancellationToken);

    /// <summary>Back to the pool, which rolls back what is open, or thrown away when it is broken.</summary>
    public ValueTask DisposeAsync() => connection.DisposeAsync();

    private static long KeyOf(SessionId id) => BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(Encoding.ASCII.GetBytes(id.Value)));
}
