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

    /// <summary>A connection for a few statements; null when there is none.</summary>
    public Task<NpgsqlConnection?> OpenAsync(CancellationToken cancellationToken) =>
        OpenAsync<NpgsqlConnection>(_statements, Task.FromResult, cancellationToken);

    /// <summary>A connection with a lock; null when there is none, or when no locks are allowed at the moment.</summary>
    public Task<T?> OpenForLockAsync<T>(Func<NpgsqlConnection, Task<T>> acquire, CancellationToken cancellationToken)
        where T : class =>
        availability.AllowsLocks ? OpenAsync(_locks, acquire, cancellationToken) : Task.FromResult<T?>(null);

    /// <summary>A connection for a lock that was lost; its holder gets one even while new locks have to wait.</summary>
    public Task<NpgsqlConnection?> OpenToReclaimAsync(CancellationToken cancellationToken) =>
        OpenAsync<NpgsqlConnection>(_reclaims, Task.FromResult, cancellationToken);

    /// <summary>The connection for signals, with the schema up to date. Always attempted; throws on failure.</summary>
    public async Task<NpgsqlConnection> OpenForSignalsAsync(CancellationToken cancellationToken)
    {
        var connection = await _signals.OpenConnectionAsync(cancellationToken);
        try
        {
            await schema.MigrateAsync(connection, cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

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

    // A connection whose use fails is closed.
    private async Task<T?> OpenAsync<T>(
        NpgsqlDataSource source, Func<NpgsqlConnection, Task<T>> use, CancellationToken cancellationToken)
        where T : class
    {
        if (availability.IsAway)
            return null;
        NpgsqlConnection? connection = null;
        try
        {
            connection = await source.OpenConnectionAsync(cancellationToken);
            await schema.EnsureAsync(connection, cancellationToken);
            availability.Succeeded();
            return await use(connection);
        }
        catch (Exception error)
        {
            if (connection is not null)
                await connection.DisposeAsync();
            if (!DbErrors.IsDatabaseError(error))
                throw;
            Failed(error);
            return null;
        }
    }

    private static NpgsqlDataSource CreateDataSource(string connectionString) =>
        new NpgsqlDataSourceBuilder(connectionString).UsePhysicalConnectionInitializer(ApplySettings, ApplySettingsAsync).Build();

    private static void ApplySettings(NpgsqlConnection connection)
    {
        using var command = connection.CreateCommand(SessionSettings);
        command.ExecuteNonQuery();
    }

    private static Task ApplySettingsAsync(NpgsqlConnection connection) =>
        connection.ExecuteAsync(SessionSettings, [], CancellationToken.None);
}
