namespace AvayaCloud.Identity.Postgres;

/// <summary>Keeps what could not be written, and writes it when the database takes it. Bounded: the oldest goes first.</summary>
internal sealed partial class Outbox : IAsyncDisposable
{
    private const int Room = 10_000;
    private static readonly TimeSpan LastWrites = TimeSpan.FromSeconds(2);

    private readonly OrderedDictionary<string, Write> _waiting = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _turn = new(1);
    private readonly SemaphoreSlim _wake = new(0);
    private readonly CancellationTokenSource _stop = new();
    private readonly PortalDatabase _database;
    private readonly PostgresTiming _pace;
    private readonly TimeProvider _clock;
    private readonly ILogger<Outbox> _logger;
    private readonly Task _work;

    public Outbox(PortalDatabase database, PostgresTiming pace, TimeProvider clock, ILogger<Outbox> logger)
    {
        (_database, _pace, _clock, _logger) = (database, pace, clock, logger);
        _work = Task.Run(() => WorkAsync(_stop.Token));
    }

    public int Count
    {
        get
        {
            lock (_waiting)
                return _waiting.Count;
        }
    }

    /// <summary>Left to the background.</summary>
    public void Post(Write write)
    {
        lock (_waiting)
        {
            if (!_waiting.ContainsKey(write.Key) && _waiting.Count >= Room)
            {
                _waiting.RemoveAt(0);
                Dropped(_logger);
            }

            _waiting[write.Key] = write;
        }

        Wake();
    }

    /// <summary>Written now if the database takes it soon, else left to the background.</summary>
    public async ValueTask WriteAsync(Write write, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(_pace.Patience, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            if (!IsWaiting(write.Key) && await _database.TryAsync(write.DoAsync, either.Token))
                return;
        }
        catch (OperationCanceledException)
        {
            // Left to the background like any other failure.
        }

        Post(write);
    }

    /// <summary>Tries at once.</summary>
    public void Wake()
    {
        // Once is enough, however many ask for it.
        if (_wake.CurrentCount == 0)
            _wake.Release();
    }

    /// <summary>Writes what waits; false when the database does not take it.</summary>
    public async Task<bool> DrainAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            while (First() is { } write)
            {
                if (!await TryAsync(write, cancellationToken))
                    return false;
                Remove(write);
            }

            return true;
        }
        finally
        {
            _turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _work;
        using var limit = new CancellationTokenSource(LastWrites, _clock);
        try
        {
            await DrainAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            // A database that is away keeps nobody from stopping.
        }

        _stop.Dispose();
        _turn.Dispose();
        _wake.Dispose();
    }

    private async Task WorkAsync(CancellationToken stop)
    {
        var failures = 0;
        try
        {
            while (true)
            {
                await _wake.WaitAsync(failures == 0 ? Timeout.InfiniteTimeSpan : _pace.PauseAfter(failures), stop);
                failures = await DrainAsync(stop) ? 0 : failures + 1;
            }
        }
        catch (OperationCanceledException)
        {
            // The portal stops; DisposeAsync tries once more.
        }
    }

    // An exception would end all further writing, for one write that is of no use.
    private async Task<bool> TryAsync(Write write, CancellationToken cancellationToken)
    {
        try
        {
            return await _database.TryAsync(write.DoAsync, cancellationToken);
        }
        catch (Exception unforeseen) when (unforeseen is not OperationCanceledException)
        {
            Refused(_logger, write.GetType().Name, Trouble.NameOf(unforeseen));
            return true;
        }
    }

    private bool IsWaiting(string key)
    {
        lock (_waiting)
            return _waiting.ContainsKey(key);
    }

    private Write? First()
    {
        lock (_waiting)
            return _waiting.Count > 0 ? _waiting.GetAt(0).Value : null;
    }

    // A later one of the same key has yet to be written.
    private void Remove(Write written)
    {
        lock (_waiting)
        {
            if (_waiting.TryGetValue(written.Key, out var write) && ReferenceEquals(write, written))
                _waiting.Remove(written.Key);
        }
    }

    [LoggerMessage(2505, LogLevel.Error, "PostgreSQL has been away for so long that something it was to be told is dropped.")]
    private static partial void Dropped(ILogger logger);

    [LoggerMessage(2506, LogLevel.Error, "PostgreSQL refused {Write} ({Cause}), which is a bug of the portal; it is dropped.")]
    private static partial void Refused(ILogger logger, string write, string cause);
}
