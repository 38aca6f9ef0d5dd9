namespace SpacesPortal.ClusterTests.Infrastructure;

/// <summary>One PostgreSQL server for all tests of this assembly; each world has a database of its own.</summary>
public sealed class Database : IAsyncLifetime
{
    internal PostgresServer Server { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Server = await PostgresServer.StartAsync(TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
