namespace AvayaCloud.Identity.Postgres;

/// <summary>The sessions of all replicas.</summary>
internal sealed class PostgresSessionStore(PortalDatabase database, EndedSessions board, Outbox outbox, Sharing sharing) : ISessionStore
{
    public void Listen(Action<SessionSignal> listener) => board.Listen(listener);

    public SessionEndReason? GetEndReason(SessionId id) => board.GetEndReason(id);

    public async Task<ISessionLock?> AcquireLockAsync(SessionId id, CancellationToken cancellationToken)
    {
        await sharing.Held.WaitForPlaceAsync(cancellationToken);
        PostgresSessionLock? hold = null;
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
            await using var read = connection.Command(SessionStateQuery.Read, id.Value);
            await using var reader = await read.ExecuteReaderAsync(token);
            var (state, end) = await SessionStateQuery.ReadAsync(reader, sharing.Now, token);
            sharing.Learn(id, end);
            return state;
        }, cancellationToken))?.Tokens;

    public ValueTask TrimAsync(SessionId id, SharedTokens tokens, CancellationToken cancellationToken)
    {
        outbox.Post(new TrimWrite(id, tokens, tokens.ForgetAt - sharing.Now));
        return ValueTask.CompletedTask;
    }

    public ValueTask EndAsync(SessionId id, SessionEndReason why, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var over = new End(why, until);
        board.Note(id, over);
        return outbox.WriteAsync(new EndWrite(id, over, until - sharing.Now, board.Replica), cancellationToken);
    }

    private async Task<PostgresSessionLock?> TakeAsync(SessionId id, CancellationToken cancellationToken)
    {
        var connection = await database.OpenForHoldAsync(cancellationToken);
        if (connection is null)
            return null;
        try
        {
            var (held, state, end) = await AdvisoryLock.TakeAsync(connection, id, sharing.Now, cancellationToken);
            sharing.Learn(id, end);
            var hold = new PostgresSessionLock(held, id, state, sharing);
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
