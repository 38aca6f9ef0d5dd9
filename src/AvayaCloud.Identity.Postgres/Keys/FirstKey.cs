namespace AvayaCloud.Identity.Postgres;

/// <summary>
/// The right to make the first key. Replicas that start together with an empty database would each make one, and refuse each other's
/// cookies until they look again, a day later: one goes first, the others wait for its key.
/// </summary>
internal sealed class FirstKey(PortalDatabase database)
{
    // Not for ever: a replica that may not make keys never gives the right back.
    private const string Patience = "set local lock_timeout = '5s'";
    private const string Lock = "select pg_advisory_xact_lock(1936744304, 2)";

    private NpgsqlConnection? _connection;

    /// <summary>Waits for the right, or for as long as anybody may have it.</summary>
    public async Task ClaimAsync(CancellationToken cancellationToken)
    {
        if (_connection is not null || await database.OpenAsync(cancellationToken) is not { } connection)
            return;
        try
        {
            await connection.BeginTransactionAsync(cancellationToken);
            await connection.RunAsync(Patience, [], cancellationToken);
            await connection.RunAsync(Lock, [], cancellationToken);
            _connection = connection;
        }
        catch (Exception trouble) when (Trouble.Is(trouble))
        {
            await connection.DisposeAsync();
        }
    }

    public async Task ReleaseAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (Interlocked.Exchange(ref _connection, null) is { } connection)
            await connection.DisposeAsync();
    }
}
