using AvayaCloud.Identity.Postgres.Tests.Infrastructure;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Testing;
using Npgsql;

namespace AvayaCloud.Identity.Postgres.Tests;

public sealed class SchemaTests(SharedPostgresServer shared) : DatabaseTest(shared)
{
    private const string OfRows =
        "grant usage on schema spaces_portal to {0}; grant select, insert, update, delete on all tables in schema spaces_portal to {0};";

    [Fact]
    public async Task Ten_replicas_that_migrate_at_once_create_one_schema()
    {
        await using var source = NpgsqlDataSource.Create(Database);
        var connections = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => source.OpenConnectionAsync(Cancellation).AsTask()));
        await Task.WhenAll(
            connections.Select(connection => new Schema(NullLogger<Schema>.Instance).MigrateAsync(connection, Cancellation)));
        Assert.Equal(1, await QueryAsync<long>("select count(*) from spaces_portal.versions where number = 1"));
        foreach (var connection in connections)
            await connection.DisposeAsync();
    }

    [Fact]
    public async Task A_replica_of_the_previous_release_works_after_the_migration()
    {
        var replica = await ReplicaAsync();
        var (before, heard) = (SessionId.Create(), SessionId.Create());
        // Its output and error output.
        await QueryAsync<int>(
            $"insert into spaces_portal.ends (session, until) values ('{before.Value}', now() + interval '1 hour'); select 1");
        await QueryAsync<string>(
            $"select pg_notify('spaces_portal', 'another:end:{heard.Value}:{DateTimeOffset.UtcNow.AddHours(1).ToUnixTimeSeconds()}')::text");
        await using var hold = await replica.AcquireLockAsync(before);
        Assert.Equal(SessionEndReason.ByUser, hold.State.End);
        Assert.Equal(SessionEndReason.ByUser, (await replica.HearsAsync(heard, isEnd: true)).End);
    }

    [Fact]
    public async Task A_second_start_changes_nothing()
    {
        var id = SessionId.Create();
        var first = await ReplicaAsync();
        await using (var hold = await first.AcquireLockAsync(id))
            await hold.WriteAsync(Tokens(3), Cancellation);
        var second = await ReplicaAsync();
        Assert.Equal(3, (await second.Store.ReadAsync(id, Cancellation))!.Generation);
    }

    [Fact]
    public async Task An_administrator_may_create_the_schema_for_a_role_that_cannot()
    {
        var role = $"guest_{Guid.NewGuid():N}";
        await QueryAsync<int>($"create role {role} login; create schema spaces_portal authorization {role}; select 1");
        await using var replica = await SessionStoreHost.ReadyAsync($"{Database};Username={role}");
        await using var hold = await replica.AcquireLockAsync(SessionId.Create());
        Assert.Null(hold.State.End);
    }

    [Fact]
    public async Task A_role_that_may_only_read_and_write_rows_is_enough_where_the_schema_is_made()
    {
        await ReplicaAsync();
        var role = await RoleAsync(OfRows);

        await using var replica = await SessionStoreHost.ReadyAsync($"{Database};Username={role}");
        var id = SessionId.Create();
        await using (var hold = await replica.AcquireLockAsync(id))
            Assert.True(await hold.WriteAsync(Tokens(2), Cancellation));
        Assert.Equal(2, (await replica.Store.ReadAsync(id, Cancellation))!.Generation);
        await replica.EndAsync(id);
        await replica.Revocations.UpsertAsync(new PendingRevocation(Guid.NewGuid(), [1], 0), DateTimeOffset.UtcNow, Cancellation);
        Assert.True(await replica.Get<Sweeper>().SweepAsync(Cancellation));
    }

    [Fact]
    public async Task With_a_pending_migration_such_a_role_logs_it_once_and_continues_when_the_owner_has_run_it()
    {
        await ReplicaAsync();
        await QueryAsync<int>(
            "delete from spaces_portal.versions where number > 1; alter table spaces_portal.ends drop column by_provider, drop column why; select 1");
        var role = await RoleAsync(OfRows);
        var log = new FakeLogCollector();
        await using var replica = await SessionStoreHost.StartAsync($"{Database};Username={role}", log);
        await Eventually.TrueAsync(
            () => log.Lines().Any(line => line.Contains("refused (SQLSTATE 42501)", StringComparison.Ordinal)), Cancellation);
        Assert.False(replica.IsListening);

        await SessionStoreHost.ReadyAsync(Database);
        await Eventually.TrueAsync(() => replica.IsListening, Cancellation);
        Assert.Single(log.Lines(), line => line.Contains("is at step 1 and must be at 3", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_schema_such_a_role_logs_who_has_to_create_it()
    {
        var role = await RoleAsync("");
        var log = new FakeLogCollector();
        await using var replica = await SessionStoreHost.StartAsync($"{Database};Username={role}", log);
        await Eventually.TrueAsync(
            () => log.Lines().Any(line => line.Contains("is at step 0 and must be at 3", StringComparison.Ordinal)), Cancellation);
        Assert.False(replica.IsListening);
    }

    [Fact]
    public async Task A_dropped_schema_is_created_again_with_the_next_connection()
    {
        var replica = await ReplicaAsync();
        await QueryAsync<long>(
            "drop schema spaces_portal cascade; select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()");
        await using var hold = await Eventually.NotNullAsync(
            () => replica.Store.AcquireLockAsync(SessionId.Create(), Cancellation), Cancellation);
        Assert.Equal(3, await QueryAsync<int>("select max(number) from spaces_portal.versions"));
    }

    [Fact]
    public void A_connection_string_that_cannot_be_read_is_not_quoted()
    {
        var mistake = Assert.Throws<ArgumentException>(() => new ConnectionStrings("Host=db;Port=hunter2;Password=canary"));
        Assert.DoesNotContain("hunter2", mistake.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("canary", mistake.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Operator_settings_apply()
    {
        var strings = new ConnectionStrings("Host=db;Timeout=9;Maximum Pool Size=50;Application Name=mine;Options=-c geqo=off");
        Assert.Equal(50, strings.MaxLocks);
        Assert.Contains("Timeout=9", strings.Locks, StringComparison.Ordinal);
        Assert.Contains("mine locks", strings.Locks, StringComparison.Ordinal);
        Assert.Contains("Options=\"-c geqo=off\"", strings.Locks, StringComparison.Ordinal);
    }

    private async Task<string> RoleAsync(string rights)
    {
        var role = $"guest_{Guid.NewGuid():N}";
        await QueryAsync<int>($"create role {role} login; {rights.Replace("{0}", role, StringComparison.Ordinal)} select 1");
        return role;
    }
}
