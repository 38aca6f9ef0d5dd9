namespace AvayaCloud.Identity.Postgres;

/// <summary>The sessions of all replicas.</summary>
internal sealed class PostgresSessionStore(PortalDatabase database, SignalBoard board, Outbox outbox, Sharing sharing) : ISessionStore
{
    public void Listen(Action<SessionSignal> listener) => board.Listen(listener);

    public bool IsEnded(SessionId id) => board.IsEnded(id);

    public async Task<ISessionHold?> HoldAsync(SessionId id, CancellationToken cancellationToken)
    {
        await sharing.Held.WaitForPlaceAsync(cancellationToken);
        SessionHold? hold = null;
        try
        {
            hold = await TakeAsync(id, cancellationToken);
            return hold;
        }
        finally
        {
            if (hold is null)
                sharing.Held.GiveUpPlace();
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

    private async Task<SessionHold?> TakeAsync(SessionId id, CancellationToken cancellationToken)
    {
        var connection = await database.OpenForHoldAsync(cancellationToken);
        if (connection is null)
            return null;
        try
        {
            var (held, standing, until) = await SessionLock.TakeAsync(connection, id, sharing.Now, cancellationToken);
            sharing.Learn(id, until);
            var hold = new SessionHold(held, id, standing, sharing);
            sharing.Held.Add(hold);
            return hold;
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
