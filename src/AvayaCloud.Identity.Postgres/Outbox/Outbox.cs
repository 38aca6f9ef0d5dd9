namespace AvayaCloud.Identity.Postgres;

/// <summary>Keeps writes that failed and repeats them once the database is back. Bounded: when it is full, the oldest is dropped.</summary>
internal sealed partial class Outbox(
    PortalDatabase database, PostgresTiming timing, TimeProvider clock, ILogger<Outbox> logger) : IAsyncDisposable
{
    private const int Capacity = 10_000;
    private static readonly TimeSpan ShutdownLimit = TimeSpan.FromSeconds(2);

    private readonly OrderedDictionary<string, PendingWrite> _pending = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _draining = new(1);
    private readonly SemaphoreSlim _wake = new(0);
    private readonly CancellationTokenSource _stopping = new();
    private Task? _work;

    /// <summary>Leaves the write to the background.</summary>
    public void Post(PendingWrite write)
    {
        lock (_pending)
        {
            if (!_pending.ContainsKey(write.Key) && _pending.Count >= Capacity)
            {
                _pending.RemoveAt(0);
                Dropped(logger);
            }

            _pending[write.Key] = write;
            _work ??= Task.Run(() => WorkAsync(_stopping.Token));
        }

        Wake();
    }

    /// <summary>Writes now if the database accepts it soon, otherwise in the background.</summary>
    public async ValueTask WriteAsync(PendingWrite write, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(timing.WriteTimeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            bool isPending;
            lock (_pending)
                isPending = _pending.ContainsKey(write.Key);
            if (!isPending && await database.TryExecuteAsync(write.ExecuteAsync, either.Token))
                return;
        }
        catch (OperationCanceledException)
        {
            // Left to the background like any other failure.
        }

        Post(write);
    }

    /// <summary>Makes the background try at once.</summary>
    public void Wake()
    {
        if (_wake.CurrentCount == 0)
            _wake.Release();
    }

    /// <summary>Writes everything pending; false when the database fails.</summary>
    public async Task<bool> DrainAsync(CancellationToken cancellationToken)
    {
        await _draining.WaitAsync(cancellationToken);
        try
        {
            while (GetFirst() is { } write)
            {
                if (!await TryWriteAsync(write, cancellationToken))
                    return false;
                lock (_pending)
                {
                    // A later write of the same key may have taken its place meanwhile; that one stays.
                    if (ReferenceEquals(_pending.GetValueOrDefault(write.Key), write))
                        _pending.Remove(write.Key);
                }
            }

            return true;
        }
        finally
        {
            _draining.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        if (_work is not null)
            await _work;
        using var limit = new CancellationTokenSource(ShutdownLimit, clock);
        try
        {
            await DrainAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            // An unreachable database does not delay the shutdown any further.
        }

        _stopping.Dispose();
        _draining.Dispose();
        _wake.Dispose();
    }

    private async Task WorkAsync(CancellationToken stopping)
    {
        var failures = 0;
        try
        {
            while (true)
            {
                await _wake.WaitAsync(failures == 0 ? Timeout.InfiniteTimeSpan : timing.PauseAfter(failures), stopping);
                failures = await DrainAsync(stopping) ? 0 : failures + 1;
            }
        }
        catch (OperationCanceledException)
        {
            // The portal is stopping; DisposeAsync tries once more.
        }
    }

    // One write that always fails must not block all the others, so it is logged and counts as done.
    private async Task<bool> TryWriteAsync(PendingWrite write, CancellationToken cancellationToken)
    {
        try
        {
            return await database.TryExecuteAsync(write.ExecuteAsync, cancellationToken);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            Refused(logger, write.Kind, DbErrors.NameOf(error));
            return true;
        }
    }

    private PendingWrite? GetFirst()
    {
        lock (_pending)
            return _pending.Count > 0 ? _pending.GetAt(0).Value : null;
    }

    [LoggerMessage(2505, LogLevel.Error, "PostgreSQL has been away for so long that a pending write was dropped.")]
    private static partial void Dropped(ILogger logger);

    [LoggerMessage(2506, LogLevel.Error, "PostgreSQL rejected a write ({Write}, {Cause}), which is a bug in the portal; it is dropped.")]
    private static partial void Refused(ILogger logger, string write, string cause);
}

/// <summary>A write that the database must receive, now or once it is back. Idempotent, since it may run twice. Of two with the same kind
/// and subject the later one counts. Its statements run as one transaction.</summary>
internal sealed record PendingWrite(string Kind, string Subject, Func<NpgsqlBatch, NpgsqlBatch> AddCommands)
{
    public string Key { get; } = $"{Kind} {Subject}";

    public async Task ExecuteAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection);
        await AddCommands(batch).ExecuteNonQueryAsync(cancellationToken);
    }
}
