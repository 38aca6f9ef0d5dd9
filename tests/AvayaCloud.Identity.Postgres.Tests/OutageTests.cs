using AvayaCloud.Identity.Postgres.Tests.Infrastructure;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging.Testing;

namespace AvayaCloud.Identity.Postgres.Tests;

/// <summary>With a server of their own that is stopped and started.</summary>
public sealed class OutageTests(OutageTests.OwnServer own) : IClassFixture<OutageTests.OwnServer>, IAsyncLifetime
{
    private static readonly SessionId Session = SessionId.Create();

    private readonly List<IAsyncDisposable> _ends = [];
    private readonly PostgresServer _server = own.Server;
    private string _database = "";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _server.StopAsync();
        await _server.StartAgainAsync(Cancellation);
        _database = await _server.CreateDatabaseAsync(Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var end in _ends)
            await end.DisposeAsync();
    }

    [Fact]
    public async Task Without_the_database_no_lock_is_granted_and_ends_are_still_known()
    {
        var log = new FakeLogCollector();
        var (one, other) = (await ReadyAsync(log), await ReadyAsync());
        await one.EndAsync(Session);
        await other.HearsAsync(Session, isEnd: true);
        await _server.StopAsync();

        Assert.Null(await one.Store.AcquireLockAsync(Session, Cancellation));
        Assert.Null(await one.Store.ReadAsync(Session, Cancellation));
        Assert.Null(await one.Register.ListAsync("user-1", Cancellation));
        Assert.Empty(await one.Revocations.TakeDueAsync(10, DateTimeOffset.UtcNow, Cancellation));
        Assert.NotNull(one.Store.GetEndReason(Session));
        Assert.NotNull(other.Store.GetEndReason(Session));
        await Eventually.TrueAsync(() => !one.IsListening, Cancellation);
        Assert.Equal(HealthStatus.Degraded, (await one.HealthAsync()).Status);

        await _server.StartAgainAsync(Cancellation);
        await Eventually.TrueAsync(() => one.IsListening, Cancellation);
        Assert.Equal(HealthStatus.Healthy, (await one.HealthAsync()).Status);
        await Eventually.TrueAsync(() => log.GetSnapshot().Any(it => it.Id.Name == "CameBack"), Cancellation);
        Assert.Single(log.GetSnapshot(), it => it.Id.Name == "WentAway");
    }

    [Fact]
    public async Task Sessions_that_end_during_an_outage_are_reported_after_it()
    {
        var (one, other) = (await ReadyAsync(), await ReadyAsync());
        await _server.StopAsync();
        await one.EndAsync(Session);
        Assert.NotNull(one.Store.GetEndReason(Session));
        Assert.Null(other.Store.GetEndReason(Session));
        await _server.StartAgainAsync(Cancellation);
        await other.HearsAsync(Session, isEnd: true);
    }

    [Fact]
    public async Task A_successor_during_an_outage_is_written_after_it_before_the_lock_is_granted()
    {
        var (one, other) = (await ReadyAsync(), await ReadyAsync());
        var hold = await one.AcquireLockAsync(Session);
        await _server.StopAsync();
        await hold.WriteAsync(Tokens(2), Cancellation);
        await hold.DisposeAsync();
        await _server.StartAgainAsync(Cancellation);

        await using var next = await FirstHoldAsync(other);
        Assert.Equal(2, next.State.Tokens!.Generation);
    }

    [Fact]
    public async Task A_lock_held_over_a_restart_of_the_server_is_held_after_it()
    {
        var (one, other) = (await ReadyAsync(), await ReadyAsync());
        var hold = await one.AcquireLockAsync(Session);
        await _server.StopAsync();
        await _server.StartAgainAsync(Cancellation);

        var waiting = FirstHoldAsync(other);
        await PostgresQuery.LockIsAwaitedAsync(_database, Cancellation);
        Assert.True(await hold.WriteAsync(Tokens(2), Cancellation));
        await hold.DisposeAsync();

        await using var next = await waiting;
        Assert.Equal(2, next.State.Tokens!.Generation);
    }

    [Fact]
    public async Task A_replica_starts_without_the_database_and_is_ready_when_it_comes()
    {
        await _server.StopAsync();
        var replica = await StartAsync();
        Assert.Equal(HealthStatus.Unhealthy, (await replica.HealthAsync()).Status);
        Assert.Null(await replica.Store.AcquireLockAsync(Session, Cancellation));
        await _server.StartAgainAsync(Cancellation);
        await Eventually.TrueAsync(() => replica.IsListening, Cancellation);
        await using var hold = await FirstHoldAsync(replica);
        Assert.Null(hold.State.End);
    }

    [Fact]
    public async Task Updates_and_revocations_of_an_outage_are_written_after_it()
    {
        var replica = await ReadyAsync();
        await _server.StopAsync();
        var now = DateTimeOffset.UtcNow;
        replica.Register.Upsert(new ActiveSession(Session, "user-1", "Firefox on Linux", now, now, now.AddHours(1)));
        await replica.Revocations.UpsertAsync(new PendingRevocation(Guid.NewGuid(), [1, 2, 3], 0), now, Cancellation);
        await _server.StartAgainAsync(Cancellation);

        IReadOnlyList<ActiveSession>? notes = null;
        await Eventually.TrueAsync(() => replica.IsListening, Cancellation);
        await Eventually.TrueAsync(
            async () => (notes = await replica.Register.ListAsync("user-1", Cancellation)) is not null, Cancellation);
        Assert.Equal("Firefox on Linux", Assert.Single(notes!).Browser);
        await Eventually.TrueAsync(
            async () => (await replica.Revocations.TakeDueAsync(10, now.AddMinutes(1), Cancellation)).Count > 0, Cancellation);
    }

    private static SharedTokens Tokens(int generation) => new(generation, [1, 2, 3], DateTimeOffset.UtcNow.AddHours(1));

    private static Task<ISessionLock> FirstHoldAsync(SessionStoreHost replica) =>
        Eventually.NotNullAsync(() => replica.Store.AcquireLockAsync(Session, Cancellation), Cancellation);

    private async Task<SessionStoreHost> ReadyAsync(FakeLogCollector? log = null)
    {
        var replica = await SessionStoreHost.ReadyAsync(_database, log);
        _ends.Add(replica);
        return replica;
    }

    private async Task<SessionStoreHost> StartAsync()
    {
        var replica = await SessionStoreHost.StartAsync(_database);
        _ends.Add(replica);
        return replica;
    }

    public sealed class OwnServer : IAsyncLifetime
    {
        internal PostgresServer Server { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Server = await PostgresServer.StartAsync(Cancellation);

        public ValueTask DisposeAsync() => Server.DisposeAsync();
    }
}
