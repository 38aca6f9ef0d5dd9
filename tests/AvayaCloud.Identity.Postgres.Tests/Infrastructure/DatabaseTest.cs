using System.Collections.Concurrent;
using System.Text;
using Npgsql;

namespace AvayaCloud.Identity.Postgres.Tests.Infrastructure;

/// <summary>A fresh database of the shared server, and what the tests of it have in common.</summary>
public abstract class DatabaseTest(SharedServer shared) : IAsyncLifetime
{
    private const string Waits =
        "select exists (select from pg_locks join pg_database on pg_database.oid = pg_locks.database where datname = current_database() and locktype = 'advisory' and not granted)";

    private readonly ConcurrentBag<IAsyncDisposable> _replicas = [];

    internal PostgresServer Server => shared.Server;

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected string Database { get; private set; } = "";

    public async ValueTask InitializeAsync() => Database = await Server.CreateDatabaseAsync(Cancellation);

    public async ValueTask DisposeAsync()
    {
        foreach (var replica in _replicas)
            await replica.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    internal async Task<Replica> ReplicaAsync(CapturedLog? log = null)
    {
        var replica = await Replica.ReadyAsync(Database, log);
        _replicas.Add(replica);
        return replica;
    }

    internal static SharedTokens Tokens(int generation, string seal = "sealed") =>
        new(generation, Encoding.UTF8.GetBytes(seal), DateTimeOffset.UtcNow.AddHours(1));

    /// <summary>A value that the administrator asks the test's database for.</summary>
    internal async Task<T> AskAsync<T>(string sql)
    {
        await using var connection = new NpgsqlConnection($"{Database};Pooling=false");
        await connection.OpenAsync(Cancellation);
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync(Cancellation))!;
    }

    /// <summary>Until somebody waits for a lock at the server.</summary>
    internal async Task SomebodyWaitsAsync()
    {
        while (!await AskAsync<bool>(Waits))
            await Task.Delay(10, Cancellation);
    }
}
