using Npgsql;

namespace AvayaCloud.Identity.Postgres.Tests.Infrastructure;

/// <summary>What an administrator sees of a database.</summary>
internal static class Administrator
{
    private const string Waits =
        """
        select exists (
            select from pg_locks join pg_database on pg_database.oid = pg_locks.database
            where datname = current_database() and locktype = 'advisory' and not granted)
        """;

    public static async Task<T> AskAsync<T>(this PostgresServer _, string database, string sql, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection($"{database};Pooling=false");
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>Until somebody waits for a lock at the server.</summary>
    public static Task SomebodyWaitsAsync(this PostgresServer server, string database, CancellationToken cancellationToken) =>
        Eventually.TrueAsync(() => server.AskAsync<bool>(database, Waits, cancellationToken), cancellationToken);
}
