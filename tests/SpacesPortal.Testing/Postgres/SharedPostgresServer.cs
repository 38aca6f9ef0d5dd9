namespace SpacesPortal.Testing;

/// <summary>One server for all tests of an assembly that leave it running.</summary>
public sealed class SharedPostgresServer : IAsyncLifetime
{
    internal PostgresServer Server { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Server = await PostgresServer.StartAsync(TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
