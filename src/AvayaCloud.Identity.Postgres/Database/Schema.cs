namespace AvayaCloud.Identity.Postgres;

/// <summary>
/// Makes the schema and brings it up to date. One replica does it, the others wait for it. A step only ever adds: during a rolling update
/// the release before works on. Where nothing is to be done, the role needs no right to do it.
/// </summary>
internal sealed partial class Schema(ILogger<Schema> logger)
{
    // One of the two-number locks, so none of the sessions' locks can be the same.
    private const string OneAtATime = "select pg_advisory_xact_lock(1936744304, 1)";

    // Not "if not exists": that asks for the right to create schemas even where an administrator has made this one.
    private const string Found = "select to_regnamespace('spaces_portal') is not null";

    private const string HasVersions =
        """
        select exists (
            select from pg_class join pg_namespace on pg_namespace.oid = relnamespace
            where nspname = 'spaces_portal' and relname = 'versions')
        """;

    private const string Versions =
        """
        create table if not exists spaces_portal.versions (
            number integer primary key, name text not null, applied_at timestamptz not null default now())
        """;

    private const string Newest = "select coalesce(max(number), 0) from spaces_portal.versions";

    private volatile bool _isCurrent;
    private int _told;

    /// <summary>Does nothing more once it has been done: statements call it, too.</summary>
    public ValueTask EnsureAsync(NpgsqlConnection connection, CancellationToken cancellationToken) =>
        _isCurrent ? ValueTask.CompletedTask : new ValueTask(MigrateAsync(connection, cancellationToken));

    /// <summary>Looks again: behind a new connection there may be another database, such as a backup that was played back.</summary>
    public async Task MigrateAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        if (await VersionAsync(connection, cancellationToken) < SchemaStep.Newest)
            await MigrateInTurnAsync(connection, cancellationToken);
        _isCurrent = true;
        _told = 0;
    }

    private async Task MigrateInTurnAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        // The others may be at it: no limit but the caller's.
        await using (var turn = connection.Command(OneAtATime))
        {
            turn.CommandTimeout = 0;
            await turn.ExecuteNonQueryAsync(cancellationToken);
        }

        var version = await VersionAsync(connection, cancellationToken);
        try
        {
            await ApplyAsync(connection, version, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
        catch (PostgresException refused) when (Trouble.IsForbidden(refused))
        {
            if (Interlocked.Exchange(ref _told, 1) == 0)
                MayNotMigrate(logger, version, SchemaStep.Newest);
            throw;
        }
    }

    /// <summary>The number of the last step that was done; 0 before the first.</summary>
    private static async Task<int> VersionAsync(NpgsqlConnection connection, CancellationToken cancellationToken) =>
        await connection.AskAsync<bool>(HasVersions, cancellationToken) ? await connection.AskAsync<int>(Newest, cancellationToken) : 0;

    private static async Task ApplyAsync(NpgsqlConnection connection, int version, CancellationToken cancellationToken)
    {
        if (version == 0)
        {
            if (!await connection.AskAsync<bool>(Found, cancellationToken))
                await connection.RunAsync("create schema spaces_portal", [], cancellationToken);
            await connection.RunAsync(Versions, [], cancellationToken);
        }

        foreach (var step in SchemaStep.After(version))
        {
            await connection.RunAsync(step.Sql, [], cancellationToken);
            await connection.RunAsync(
                "insert into spaces_portal.versions (number, name) values ($1, $2)", [step.Number, step.Name], cancellationToken);
        }
    }

    [LoggerMessage(
        2508, LogLevel.Error,
        "The schema spaces_portal stands at step {Version} and has to be at {Newest}, "
        + "and the role of ConnectionStrings:Portal may not change it. "
        + "Start one replica with the role that owns it, once.")]
    private static partial void MayNotMigrate(ILogger logger, int version, int newest);
}
