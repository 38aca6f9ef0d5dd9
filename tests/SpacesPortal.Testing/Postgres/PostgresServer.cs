using Npgsql;

namespace SpacesPortal.Testing;

/// <summary>
/// A PostgreSQL server of the tests' own, on loopback and in a temporary folder; it ends with the test process, whatever ends that.
/// </summary>
internal sealed class PostgresServer : IAsyncDisposable
{
    private const string User = "portal";
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private readonly PostgresFolder _folder;
    private readonly int _port;
    private PostgresProcess? _process;
    private int _databases;

    private PostgresServer(PostgresFolder folder, int port) => (_folder, _port) = (folder, port);

    /// <summary>Of the database that the server begins with.</summary>
    public string ConnectionString => ConnectionStringOf("postgres");

    public static async Task<PostgresServer> StartAsync(CancellationToken cancellationToken)
    {
        var server = new PostgresServer(await PostgresFolder.CreateAsync(cancellationToken), LoopbackPort.Free());
        try
        {
            await server.StartAgainAsync(cancellationToken);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>On the same port, with what was committed before.</summary>
    public async Task StartAgainAsync(CancellationToken cancellationToken)
    {
        _process = _folder.Serve(_port);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(StartLimit);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!await AnswersAsync(limit.Token))
        {
            if (_process.HasEnded)
                throw new InvalidOperationException($"PostgreSQL did not start: {_folder.Log}");
            await timer.WaitForNextTickAsync(limit.Token);
        }
    }

    /// <summary>At once, as when the machine fails: connections break without notice.</summary>
    public async Task StopAsync()
    {
        if (_process is { } process)
            await process.DisposeAsync();
        _process = null;
    }

    /// <summary>The connection string of a new, empty database.</summary>
    public async Task<string> CreateDatabaseAsync(CancellationToken cancellationToken = default)
    {
        var name = $"portal_{Interlocked.Increment(ref _databases)}";
        await ExecuteAsync($"create database {name}", cancellationToken);
        return ConnectionStringOf(name);
    }

    /// <summary>A statement of the administrator, such as ending a connection.</summary>
    public async Task ExecuteAsync(string sql, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection($"{ConnectionString};Pooling=false");
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _folder.Dispose();
    }

    private string ConnectionStringOf(string database) =>
        $"Host=127.0.0.1;Port={_port};Database={database};Username={User};SSL Mode=Disable;GSS Encryption Mode=Disable";

    private async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        try
        {
            await ExecuteAsync("select 1", cancellationToken);
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }
}
