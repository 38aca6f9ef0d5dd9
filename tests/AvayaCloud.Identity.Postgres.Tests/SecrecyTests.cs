using System.Text;
using AvayaCloud.Identity.Postgres.Tests.Infrastructure;
using Microsoft.Extensions.Logging.Testing;
using Npgsql;

namespace AvayaCloud.Identity.Postgres.Tests;

public sealed class SecrecyTests(SharedPostgresServer shared) : DatabaseTest(shared)
{
    private const string Person = "canary-person-5f0c";
    private const string Browser = "canary-browser on canary-system";

    [Fact]
    public async Task Database_and_log_reveal_neither_users_nor_browsers()
    {
        var log = new FakeLogCollector();
        var replica = await ReplicaAsync(log);
        var (id, now) = (SessionId.Create(), DateTimeOffset.UtcNow);
        replica.Register.Upsert(new ActiveSession(id, Person, Browser, now, now, now.AddHours(1)));
        Assert.Equal(Browser, Assert.Single((await replica.Register.ListAsync(Person, Cancellation))!).Browser);
        await using (var hold = await replica.AcquireLockAsync(id))
            await hold.WriteAsync(Tokens(2), Cancellation);
        await replica.Revocations.UpsertAsync(new PendingRevocation(Guid.NewGuid(), [9], 0), now, Cancellation);
        await replica.EndAsync(SessionId.Create());

        var everything = await DumpAsync();
        Assert.Contains(id.Value, everything, StringComparison.Ordinal);
        foreach (var canary in (string[])["canary", Hex("canary"), Convert.ToBase64String(Encoding.UTF8.GetBytes(Person)), Hex(Person)])
            Assert.DoesNotContain(canary, everything, StringComparison.OrdinalIgnoreCase);
        Assert.All(log.Lines(), line =>
        {
            Assert.DoesNotContain("canary", line, StringComparison.Ordinal);
            Assert.DoesNotContain(id.Value, line, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_note_moved_to_another_session_is_ignored()
    {
        var replica = await ReplicaAsync();
        var (one, other, now) = (SessionId.Create(), SessionId.Create(), DateTimeOffset.UtcNow);
        replica.Register.Upsert(new ActiveSession(one, Person, Browser, now, now, now.AddHours(1)));
        await replica.Register.ListAsync(Person, Cancellation);
        await QueryAsync<int>($"update spaces_portal.notes set session = '{other.Value}'; select 1");
        Assert.Equal("", Assert.Single((await replica.Register.ListAsync(Person, Cancellation))!).Browser);
    }

    private static string Hex(string text) => Convert.ToHexString(Encoding.UTF8.GetBytes(text));

    // Every row of every table as text, bytes in hexadecimal.
    private async Task<string> DumpAsync()
    {
        await using var connection = new NpgsqlConnection($"{Database};Pooling=false");
        await connection.OpenAsync(Cancellation);
        var dump = new StringBuilder();
        foreach (var table in await RowsAsync(connection, "select tablename from pg_tables where schemaname = 'spaces_portal'"))
        {
            dump.Append(table)
                .AppendLine()
                .AppendJoin('\n', await RowsAsync(connection, $"select t::text from spaces_portal.{table} t"))
                .AppendLine();
        }

        return dump.ToString();
    }

    private static async Task<List<string>> RowsAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync(Cancellation);
        List<string> rows = [];
        while (await reader.ReadAsync(Cancellation))
            rows.Add(reader.GetString(0));
        return rows;
    }
}
