using AvayaCloud.Identity.Postgres.Tests.Infrastructure;
using Microsoft.Extensions.Logging.Testing;

namespace AvayaCloud.Identity.Postgres.Tests;

public sealed class PoolerTests(SharedPostgresServer shared) : DatabaseTest(shared)
{
    private const string Settings =
        """
        select current_setting('idle_in_transaction_session_timeout') || ' ' || current_setting('statement_timeout') || ' ' || current_setting('lock_timeout')
            || ' ' || current_setting('tcp_keepalives_idle')
        """;

    [Fact]
    public async Task Replicas_share_sessions_through_a_pooler_with_default_settings()
    {
        var (pooler, through) = await PgBouncer.StartAsync(Database, Cancellation);
        await using var running = pooler;
        await using var one = await SessionStoreHost.ReadyAsync(through);
        await using var other = await SessionStoreHost.ReadyAsync(through);
        var id = SessionId.Create();

        await using (var hold = await one.AcquireLockAsync(id))
        {
            var waiting = other.AcquireLockAsync(id);
            await LockIsAwaitedAsync();
            Assert.True(await hold.WriteAsync(Tokens(2), Cancellation));
            await hold.DisposeAsync();
            await using var next = await waiting;
            Assert.Equal(2, next.State.Tokens!.Generation);
        }

        await one.EndAsync(id);
        await other.HearsAsync(id, isEnd: true);
    }

    [Fact]
    public async Task Settings_of_the_role_or_the_database_are_overridden_also_on_a_reused_connection()
    {
        await QueryAsync<int>($"alter database {await QueryAsync<string>("select current_database()")} set statement_timeout = '7s'; select 1");
        var replica = await ReplicaAsync();
        for (var use = 0; use < 3; use++)
        {
            await using var connection = await replica.Get<PortalDatabase>().OpenAsync(Cancellation);
            Assert.StartsWith("2min 0 0 ", await connection!.ExecuteScalarAsync<string>(Settings, Cancellation), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_server_that_refuses_is_not_reported_as_unreachable()
    {
        var log = new FakeLogCollector();
        await using var replica = await SessionStoreHost.StartAsync($"{Database};Database=nowhere", log);
        await Eventually.TrueAsync(
            () => log.Lines().Any(line => line.Contains("PostgreSQL refused (SQLSTATE 3D000)", StringComparison.Ordinal)), Cancellation);
        Assert.DoesNotContain(log.Lines(), line => line.Contains("PostgreSQL cannot be reached (", StringComparison.Ordinal));
    }
}
