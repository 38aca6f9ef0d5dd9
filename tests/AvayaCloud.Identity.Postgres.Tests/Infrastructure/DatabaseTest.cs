using System.Collections.Concurrent;
using System.Text;
using Microsoft.Extensions.Logging.Testing;

[assembly: AssemblyFixture(typeof(SharedPostgresServer))]

namespace AvayaCloud.Identity.Postgres.Tests.Infrastructure;

/// <summary>A fresh database of the shared server, and what the tests of it have in common.</summary>
public abstract class DatabaseTest(SharedPostgresServer shared) : IAsyncLifetime
{
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

    internal async Task<SessionStoreHost> ReplicaAsync(FakeLogCollector? log = null, TimeProvider? clock = null)
    {
        var replica = await SessionStoreHost.ReadyAsync(Database, log, clock);
        _replicas.Add(replica);
        return replica;
    }

    internal static SharedTokens Tokens(int generation, string seal = "sealed") =>
        new(generation, Encoding.UTF8.GetBytes(seal), DateTimeOffset.UtcNow.AddHours(1));

    internal Task<T> QueryAsync<T>(string sql) => PostgresQuery.ScalarAsync<T>(Database, sql, Cancellation);

    internal Task LockIsAwaitedAsync() => PostgresQuery.LockIsAwaitedAsync(Database, Cancellation);
}
