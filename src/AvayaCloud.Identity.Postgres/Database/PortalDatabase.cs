namespace AvayaCloud.Identity.Postgres;

/// <summary>Connections to what the replicas share. Whoever asks gets no exception for a database in trouble, but no answer.</summary>
internal sealed class PortalDatabase(ConnectionStrings strings, DatabaseAvailability availability, Schema schema) : IAsyncDisposable
{
    private readonly NpgsqlDataSource _brief = SessionSettings.CreateDataSource(strings.Brief);
    private readonly NpgsqlDataSource _holding = SessionSettings.CreateDataSource(strings.Holding);
    private readonly NpgsqlDataSource _reclaiming = SessionSettings.CreateDataSource(strings.Reclaiming);
    private readonly NpgsqlDataSource _listening = SessionSettings.CreateDataSource(strings.Listening);

    /// <summary>True when the work was done.</summary>
    public async Task<bool> TryAsync(Func<NpgsqlConnection, CancellationToken, Task> work, CancellationToken cancellationToken) =>
        await AskAsync(async (connection, token) =>
        {
            await work(connection, token);
            return connection;
        }, cancellationToken) is not null;

    /// <summary>Null when the database gave no answer.</summary>
    public async Task<T?> AskAsync<T>(Func<NpgsqlConnection, CancellationToken, Task<T>> ask, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            await using var connection = await OpenAsync(cancellationToken);
            return connection is null ? null : await ask(connection, cancellationToken);
        }
        catch (Exception trouble) when (Trouble.Is(trouble) && !Trouble.IsRefusal(trouble))
        {
            Failed(trouble);
            return null;
        }
    }

    /// <summary>A connection for a few statements. Null when there is none to be had.</summary>
    public Task<NpgsqlConnection?> OpenAsync(CancellationToken cancellationToken) => OpenAsync(_brief, cancellationToken);

    /// <summary>A connection for a lock. Null when there is none to be had, or when nobody should take locks just now.</summary>
    public Task<NpgsqlConnection?> OpenForHoldAsync(CancellationToken cancellationToken) =>
        availability.AllowsLocks ? OpenAsync(_holding, cancellationToken) : Task.FromResult<NpgsqlConnection?>(null);

    /// <summary>A connection for a lock that was lost: for those who had it even when the others have to wait.</summary>
    public Task<NpgsqlConnection?> OpenToReclaimAsync(CancellationToken cancellationToken) => OpenAsync(_reclaiming, cancellationToken);

    /// <summary>The connection that hears signals, with the schema up to date: always tried, and the failure told.</summary>
    public async Task<NpgsqlConnection> OpenForSignalsAsync(CancellationToken cancellationToken)
    {
        var connection = await _listening.OpenConnectionAsync(cancellationToken);
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

    /// <summary>What lies in the pools may be as dead as the connection that just broke.</summary>
    public void Failed(Exception trouble)
    {
        availability.Failed(trouble);
        _brief.Clear();
        _holding.Clear();
    }

    public async ValueTask DisposeAsync()
    {
        await _brief.DisposeAsync();
        await _holding.DisposeAsync();
        await _reclaiming.DisposeAsync();
        await _listening.DisposeAsync();
    }

    private async Task<NpgsqlConnection?> OpenAsync(NpgsqlDataSource source, CancellationToken cancellationToken)
    {
        if (availability.IsAway)
            return null;
        NpgsqlConnection? connection = null;
        try
        {
            connection = await source.OpenConnectionAsync(cancellationToken);
            await schema.EnsureAsync(connection, cancellationToken);
            availability.Reached();
            return connection;
        }
        catch (Exception trouble)
        {
            if (connection is not null)
                await connection.DisposeAsync();
            if (!Trouble.Is(trouble))
                throw;
            Failed(trouble);
            return null;
        }
    }
}
