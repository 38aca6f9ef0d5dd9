using System.Globalization;
using System.Reflection;
using Npgsql;

namespace AvayaCloud.Identity.Postgres;

/// <summary>
/// Makes the schema and brings it up to date. One replica does it, the others wait for it. A step only ever adds: during a rolling update
/// the release before works on.
/// </summary>
internal sealed class Schema
{
    // One of the two-number locks, so none of the sessions' locks can be the same.
    private const string OneAtATime = "select pg_advisory_xact_lock(1936744304, 1)";

    // Not "if not exists": that asks for the right to create schemas even where an administrator has made this one.
    private const string Found = "select to_regnamespace('spaces_portal') is not null";

    private const string Versions =
        "create table if not exists spaces_portal.versions (number integer primary key, name text not null, applied_at timestamptz not null default now())";

    private static readonly IReadOnlyList<Step> Steps = ReadSteps();
    private volatile bool _isCurrent;

    /// <summary>Does nothing more once it has been done: statements call it, too.</summary>
    public ValueTask EnsureAsync(NpgsqlConnection connection, CancellationToken cancellationToken) =>
        _isCurrent ? ValueTask.CompletedTask : new ValueTask(MigrateAsync(connection, cancellationToken));

    /// <summary>Looks again: behind a new connection there may be another database, such as a backup that was played back.</summary>
    public async Task MigrateAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using (var transaction = await connection.BeginTransactionAsync(cancellationToken))
        {
            // The others may be at it: no limit but the caller's.
            await using (var turn = connection.Command(OneAtATime))
            {
                turn.CommandTimeout = 0;
                await turn.ExecuteNonQueryAsync(cancellationToken);
            }

            await using (var found = connection.Command(Found))
            {
                if (await found.ExecuteScalarAsync(cancellationToken) is not true)
                    await connection.RunAsync("create schema spaces_portal", [], cancellationToken);
            }

            await connection.RunAsync(Versions, [], cancellationToken);
            await ApplyAsync(connection, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        _isCurrent = true;
    }

    private static async Task ApplyAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var newest = connection.Command("select coalesce(max(number), 0) from spaces_portal.versions");
        var current = (int)(await newest.ExecuteScalarAsync(cancellationToken))!;
        foreach (var step in Steps.Where(step => step.Number > current))
        {
            await connection.RunAsync(step.Sql, [], cancellationToken);
            await connection.RunAsync("insert into spaces_portal.versions (number, name) values ($1, $2)", [step.Number, step.Name], cancellationToken);
        }
    }

    private static List<Step> ReadSteps() =>
        [.. from name in typeof(Schema).Assembly.GetManifestResourceNames()
            where name.EndsWith(".sql", StringComparison.Ordinal)
            orderby name
            select new Step(int.Parse(name.AsSpan(0, 4), CultureInfo.InvariantCulture), Path.GetFileNameWithoutExtension(name), Read(name))];

    private static string Read(string name)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    private sealed record Step(int Number, string Name, string Sql);
}
