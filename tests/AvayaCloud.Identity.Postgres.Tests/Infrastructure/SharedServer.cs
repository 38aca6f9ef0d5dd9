using AvayaCloud.Identity.Postgres.Tests.Infrastructure;

[assembly: AssemblyFixture(typeof(SharedServer))]

namespace AvayaCloud.Identity.Postgres.Tests.Infrastructure;

/// <summary>One server for all tests that leave it running.</summary>
public sealed class SharedServer : IAsyncLifetime
{
    internal PostgresServer Server { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Server = await PostgresServer.StartAsync(TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
