using Npgsql;

namespace SpacesPortal.Testing;

/// <summary>Queries by an administrator.</summary>
internal static class PostgresQuery
{
    /// <summary>Those of the database alone: pg_locks shows the whole server's.</summary>
    public const string AdvisoryLocks =
        """
        select count(*) from pg_locks join pg_database on pg_database.oid = pg_locks.database
        where datname = current_database() and locktype = 'advisory'
        """;

    public static async Task<T> ScalarAsync<T>(string connectionString, string sql, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection($"{connectionString};Pooling=false");
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>Waits until a session waits for an advisory lock.</summary>
    public static Task LockIsAwaitedAsync(string connectionString, CancellationToken cancellationToken) =>
        Eventually.TrueAsync(
            async () => await ScalarAsync<long>(connectionString, $"{AdvisoryLocks} and not granted", cancellationToken) > 0,
            cancellationToken);
}
