namespace AvayaCloud.Identity.Postgres;

/// <summary>The lock of one session and what may be done under it, once.</summary>
internal sealed class PostgresSessionLock(AdvisoryLock held, SessionId id, SharedSessionState state, Sharing sharing) : ISessionLock
{
    private readonly SemaphoreSlim _turn = new(1);
    private AdvisoryLock _lock = held;
    private bool _isOver;

    public SharedSessionState State => state;

    /// <summary>The lock goes with the commit, so that who waits wakes to the successor.</summary>
    public async ValueTask<bool> WriteAsync(SharedTokens tokens, CancellationToken cancellationToken)
    {
        var keep = sharing.Keep(id, tokens);
        await _turn.WaitAsync(CancellationToken.None);
        try
        {
            if (!_isOver && await TryWriteAsync(keep, cancellationToken) is { } isKept)
                return isKept;
        }
        finally
        {
            _isOver = true;
            _turn.Release();
        }

        sharing.Outbox.Post(keep);
        return !sharing.IsEnded(id);
    }

    /// <summary>After an outage. Does nothing where the lock was not lost.</summary>
    public async Task ReclaimAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (_isOver || await TryReclaimAsync(cancellationToken) is not { } again)
                return;
            (var lost, _lock) = (_lock, again);
            await ReleaseAsync(lost);
        }
        finally
        {
            _turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _turn.WaitAsync();
        _isOver = true;
        _turn.Release();
        if (sharing.Held.Remove(this))
            await ReleaseAsync(_lock);
    }

    // Null when the database did not say.
    private async Task<bool?> TryWriteAsync(TokensWrite keep, CancellationToken cancellationToken)
    {
        try
        {
            await keep.DoAsync(_lock.Connection, cancellationToken);
            var end = await SessionStateQuery.ReadEndAsync(_lock.Connection, id, sharing.Now, cancellationToken);
            await _lock.CommitAsync(cancellationToken);
            // Known by now, not when the signal comes.
            sharing.Learn(id, end);
            return end is null;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
        catch (Exception trouble) when (Trouble.Is(trouble))
        {
            sharing.Database.Failed(trouble);
            return null;
        }
    }

    private async Task<AdvisoryLock?> TryReclaimAsync(CancellationToken cancellationToken)
    {
        var connection = await sharing.Database.OpenToReclaimAsync(cancellationToken);
        if (connection is null)
            return null;
        AdvisoryLock? again = null;
        try
        {
            again = await AdvisoryLock.TryTakeAsync(connection, id, cancellationToken);
            return again;
        }
        catch (Exception trouble) when (Trouble.Is(trouble))
        {
            return null;
        }
        finally
        {
            if (again is null)
                await connection.DisposeAsync();
        }
    }

    private async Task ReleaseAsync(AdvisoryLock over)
    {
        try
        {
            await over.DisposeAsync();
        }
        catch (Exception trouble) when (Trouble.Is(trouble))
        {
            sharing.Database.Failed(trouble);
        }
    }
}
