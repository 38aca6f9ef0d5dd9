using System.Globalization;

namespace AvayaCloud.Identity.Postgres;

/// <summary>Creates and migrates the schema. One replica migrates while the others wait. Steps only add, so that the previous release keeps
/// working during a rolling update. A schema that is up to date needs no right to change it.</summary>
internal sealed partial class Schema(ILogger<Schema> logger)
{
    // A two-number lock: it cannot collide with the one-number locks of the sessions.
    private const string MigrationLock = "select pg_advisory_xact_lock(1936744304, 1)";

    private const string VersionsExist =
        """
        select exists (
            select from pg_class join pg_namespace on pg_namespace.oid = relnamespace
            where nspname = 'spaces_portal' and relname = 'versions')
        """;

    // Not "create schema if not exists": that needs the right to create schemas even where an administrator has created this one.
    private const string CreateVersions =
        """
        do $$ begin if to_regnamespace('spaces_portal') is null then create schema spaces_portal; end if; end $$;
        create table if not exists spaces_portal.versions (
            number integer primary key, name text not null, applied_at timestamptz not null default now())
        """;

    private const string NewestVersion = "select coalesce(max(number), 0) from spaces_portal.versions";

    private volatile bool _isCurrent;
    private int _isReported;

    /// <summary>Cheap once the schema is current: every opened connection calls it.</summary>
    public Task EnsureAsync(NpgsqlConnection connection, CancellationToken cancellationToken) =>
        _isCurrent ? Task.CompletedTask : MigrateAsync(connection, cancellationToken);

    /// <summary>Always checks: a new connection may lead to another database, such as a restored backup.</summary>
    public async Task MigrateAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        if (await GetVersionAsync(connection, cancellationToken) < SchemaStep.Newest)
            await MigrateUnderLockAsync(connection, cancellationToken);
        _isCurrent = true;
        _isReported = 0;
    }

    private async Task MigrateUnderLockAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        // Another replica may be migrating: only the caller's limit applies.
        await using var migrationLock = new NpgsqlBatch(connection) { Timeout = 0 };
        await migrationLock.Add(MigrationLock).ExecuteNonQueryAsync(cancellationToken);
        var version = await GetVersionAsync(connection, cancellationToken);
        try
        {
            await ApplyAsync(connection, version, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
        catch (PostgresException error) when (error.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            if (Interlocked.Exchange(ref _isReported, 1) == 0)
                MayNotMigrate(logger, version, SchemaStep.Newest);
            throw;
        }
    }

    /// <summary>The number of the last step applied; 0 before the first.</summary>
    private static async Task<int> GetVersionAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var hasVersions = await connection.ExecuteScalarAsync<bool>(VersionsExist, cancellationToken);
        return hasVersions ? await connection.ExecuteScalarAsync<int>(NewestVersion, cancellationToken) : 0;
    }

    private static async Task ApplyAsync(NpgsqlConnection connection, int version, CancellationToken cancellationToken)
    {
        if (version == 0)
            await connection.ExecuteAsync(CreateVersions, [], cancellationToken);
        foreach (var step in SchemaStep.After(version))
        {
            await connection.ExecuteAsync(step.Sql, [], cancellationToken);
            await connection.ExecuteAsync(
                "insert into spaces_portal.versions (number, name) values ($1, $2)", [step.Number, step.Name], cancellationToken);
        }
    }

    [LoggerMessage(
        2508, LogLevel.Error,
        "The schema spaces_portal is at step {Version} and must be at {Newest}, "
        + "and the role of ConnectionStrings:Portal may not change it. "
        + "Start one replica once with the role that owns the schema.")]
    private static partial void MayNotMigrate(ILogger logger, int version, int newest);
}

/// <summary>One migration: an SQL file of the folder <c>Schema</c>, identified by the number in its name.</summary>
internal sealed record SchemaStep(int Number, string Name, string Sql)
{
    private static readonly IReadOnlyList<SchemaStep> All = ReadAll();

    /// <summary>The step that this release needs.</summary>
    public static int Newest { get; } = All[^1].Number;

    public static IEnumerable<SchemaStep> After(int version) => All.Where(step => step.Number > version);

    private static List<SchemaStep> ReadAll() =>
        [.. from name in typeof(SchemaStep).Assembly.GetManifestResourceNames()
            where name.EndsWith(".sql", StringComparison.Ordinal)
            orderby name
            let number = int.Parse(name.AsSpan(0, 4), CultureInfo.InvariantCulture)
            select new SchemaStep(number, Path.GetFileNameWithoutExtension(name), Read(name))];

    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(SchemaStep).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
