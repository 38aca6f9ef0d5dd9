namespace AvayaCloud.Identity.Postgres;

/// <summary>Connections to the shared database. A database that fails is reported by the result, not by an exception.</summary>
/// <remarks>
/// The settings of each connection: a replica that vanishes without closing its socket loses its locks within half a minute (keepalive),
/// and so does one that hangs (idle in transaction for longer than any answer of the provider may take). Limits configured for the role
/// are lifted, because they would cut off callers that wait for a lock.
/// </remarks>
internal sealed class PortalDatabase(ConnectionStrings strings, DatabaseAvailability availability, Schema schema) : IAsyncDisposable
{
    // Set by statement, because poolers reject the startup parameter "options".
    private const string SessionSettings =
        """
        set tcp_keepalives_idle = 10; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 3;
        set idle_in_transaction_session_timeout = '120s'; set idle_session_timeout = 0; set statement_timeout = 0; set lock_timeout = 0
        """;

    private readonly NpgsqlDataSource _statements = CreateDataSource(strings.Statements);
    private readonly NpgsqlDataSource _locks = CreateDataSource(strings.Locks);
    private readonly NpgsqlDataSource _reclaims = CreateDataSource(strings.Reclaims);
    private readonly NpgsqlDataSource _signals = CreateDataSource(strings.Signals);

    /// <summary>False when the database failed.</summary>
    public async Task<bool> TryExecuteAsync(Func<NpgsqlConnection, CancellationToken, Task> execute, CancellationToken cancellationToken) =>
        await TryQueryAsync(async (connection, token) =>
        {
            await execute(connection, token);
            return connection;
        }, cancellationToken) is not null;

    /// <summary>Null when the database failed.</summary>
    public async Task<T?> TryQueryAsync<T>(Func<NpgsqlConnection, CancellationToken, Task<T>> query, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            await using var connection = await OpenAsync(cancellationToken);
            return connection is null ? null : await query(connection, cancellationToken);
        }
        catch (Exception error) when (DbErrors.IsDatabaseError(error) && !DbErrors.IsPermanent(error))
        {
            Failed(error);
            return null;
        }
    }

    /// <summary>False when the database failed on a connection that the caller owns.</summary>
    public async Task<bool> TryAsync(Func<CancellationToken, Task> execute, CancellationToken cancellationToken)
    {
        try
        {
            await execute(cancellationToken);
            return true;
        }
        catch (Exception error) when (DbErrors.IsDatabaseError(error))
        {
            Failed(error);
            return false;
        }
    }

    /// <summary>A connection for a few statements; null when there is none.</summary>
    public Task<NpgsqlConnection?> OpenAsync(CancellationToken cancellationToken) => TryOpenAsync(_statements, cancellationToken);

    /// <summary>A connection for a lock; null when there is none, or when no locks are allowed at the moment.</summary>
    public async Task<NpgsqlConnection?> OpenForLockAsync(CancellationToken cancellationToken) =>
        availability.AllowsLocks ? await TryOpenAsync(_locks, cancellationToken) : null;

    /// <summary>A connection for a lock that was lost; its holder gets one even while new locks have to wait.</summary>
    public Task<NpgsqlConnection?> OpenToReclaimAsync(CancellationToken cancellationToken) => TryOpenAsync(_reclaims, cancellationToken);

    /// <summary>The connection for signals, with the schema up to date. Always attempted; throws on failure.</summary>
    public Task<NpgsqlConnection> OpenForSignalsAsync(CancellationToken cancellationToken) =>
        OpenAsync(_signals, schema.MigrateAsync, cancellationToken);

    /// <summary>Also clears the pools: their idle connections may be as dead as the one that just broke.</summary>
    public void Failed(Exception error)
    {
        availability.Failed(error);
        _statements.Clear();
        _locks.Clear();
    }

    public async ValueTask DisposeAsync()
    {
        await _statements.DisposeAsync();
        await _locks.DisposeAsync();
        await _reclaims.DisposeAsync();
        await _signals.DisposeAsync();
    }

    private async Task<NpgsqlConnection?> TryOpenAsync(NpgsqlDataSource source, CancellationToken cancellationToken)
    {
        NpgsqlConnection? opened = null;
        if (!availability.IsAway)
            await TryAsync(async token => opened = await OpenAsync(source, schema.EnsureAsync, token), cancellationToken);
        if (opened is not null)
            availability.Succeeded();
        return opened;
    }

    // A connection without the schema is closed.
    private static async Task<NpgsqlConnection> OpenAsync(
        NpgsqlDataSource source, Func<NpgsqlConnection, CancellationToken, Task> prepare, CancellationToken cancellationToken)
    {
        var connection = await source.OpenConnectionAsync(cancellationToken);
        try
        {
            await prepare(connection, cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private static NpgsqlDataSource CreateDataSource(string connectionString) => new NpgsqlDataSourceBuilder(connectionString)
        .UsePhysicalConnectionInitializer(
            _ => throw new NotSupportedException("Connections are opened asynchronously."),
            connection => connection.ExecuteAsync(SessionSettings, [], CancellationToken.None))
        .Build();
}
