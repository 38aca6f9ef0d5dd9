namespace AvayaCloud.Identity.Postgres;

/// <summary>The sessions of all replicas.</summary>
internal sealed class PostgresSessionStore(PortalDatabase database, SignalBoard board, Outbox outbox, Sharing sharing) : ISessionStore, IDisposable
{
    // The pool would give up on those who wait; here they have the time that their callers give them.
    private readonly SemaphoreSlim _places = new(database.Holds);

    public void Listen(Action<SessionSignal> listener) => board.Listen(listener);

    public bool IsEnded(SessionId id) => board.IsEnded(id);

    public async Task<ISessionHold?> HoldAsync(SessionId id, CancellationToken cancellationToken)
    {
        await _places.WaitAsync(cancellationToken);
        SessionHold? hold = null;
        try
        {
            hold = await TakeAsync(id, cancellationToken);
            return hold;
        }
        finally
        {
            if (hold is null)
                _places.Release();
        }
    }

    public async Task<SharedTokens?> ReadAsync(SessionId id, CancellationToken cancellationToken) =>
        (await database.AskAsync(async (connection, token) =>
        {
            await using var read = connection.Command(Standing.Read, id.Value, sharing.Now);
            await using var reader = await read.ExecuteReaderAsync(token);
            var (standing, until) = await Standing.ReadAsync(reader, token);
            sharing.Learn(id, until);
            return standing;
        }, cancellationToken))?.Tokens;

    public ValueTask TrimAsync(SessionId id, SharedTokens tokens, CancellationToken cancellationToken)
    {
        outbox.Post(new TrimWrite(id, tokens));
        return ValueTask.CompletedTask;
    }

    public ValueTask EndAsync(SessionId id, DateTimeOffset until, CancellationToken cancellationToken)
    {
        board.Note(id, until);
        return outbox.WriteAsync(new EndWrite(id, until, board.Replica), cancellationToken);
    }

    public void Dispose() => _places.Dispose();

    private async Task<SessionHold?> TakeAsync(SessionId id, CancellationToken cancellationToken)
    {
        var connection = await database.OpenForHoldAsync(cancellationToken);
        if (connection is null)
            return null;
        try
        {
            return await SessionHold.TakeAsync(connection, id, sharing, () => _places.Release(), cancellationToken);
        }
        catch (Exception trouble)
        {
            await connection.DisposeAsync();
            if (!Trouble.Is(trouble))
                throw;
            database.Failed(trouble);
            return null;
        }
    }
}
