using System.Runtime.CompilerServices;

namespace SpacesPortal.Spaces;

/// <summary>One session's spaces as far as they are loaded, and the load that adds more; one runs at a time. Readers wait only for the
/// first page. Their cancellation does not stop a load; <see cref="Dispose"/> does.</summary>
internal sealed partial class SpaceIndex(
    Func<SpaceLoader> createLoader, SpaceDirectoryOptions options, TimeProvider clock, ILogger logger) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _dropped = new();
    private TaskCompletionSource _changed = NewChange();
    private SpaceSnapshot? _current;
    private DateTimeOffset _nextLoad = DateTimeOffset.MinValue;
    private bool _isLoading;
    private bool _isDropped;

    /// <summary>Belongs to <see cref="SpaceIndexes"/>, and to its lock.</summary>
    public DateTimeOffset LastUse { get; set; }

    /// <returns>Null when the index was dropped meanwhile.</returns>
    public async Task<SpaceSnapshot?> ReadAsync(CancellationToken cancellationToken)
    {
        Task change;
        lock (_lock)
        {
            if (!_isDropped && !_isLoading && clock.GetUtcNow() >= _nextLoad)
                StartLoad();
            if (_current is not null || !_isLoading)
                return _current;
            change = _changed.Task;
        }

        await change.WaitAsync(cancellationToken);
        lock (_lock)
            return _current;
    }

    /// <summary>The current snapshot, and each later one until the load has ended.</summary>
    public async IAsyncEnumerable<SpaceSnapshot> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        while (true)
        {
            SpaceSnapshot? current;
            Task? change;
            lock (_lock)
            {
                current = _current;
                change = _isLoading ? _changed.Task : null;
            }

            if (current is not null)
                yield return current;
            if (change is null)
                yield break;
            await change.WaitAsync(cancellationToken);
        }
    }

    /// <summary>The next reader starts a load, because the snapshot may be out of date.</summary>
    public void Invalidate()
    {
        lock (_lock)
            _nextLoad = DateTimeOffset.MinValue;
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _current = null;
            _isLoading = false;
            _isDropped = true;
        }

        _dropped.Cancel();
        _changed.TrySetResult();
    }

    private static TaskCompletionSource NewChange() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void StartLoad()
    {
        _isLoading = true;
        // An error without any rows: the reader waits for the new load instead.
        if (_current is { Rows.Count: 0, Complete: false })
            _current = null;

        // The load belongs to the session, not to the request that happens to start it.
        using (ExecutionContext.SuppressFlow())
            _ = Task.Run(() => LoadAsync(_dropped.Token));
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var snapshot in createLoader().RunAsync(cancellationToken))
                Publish(snapshot);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The index was dropped.
        }
#pragma warning disable CA1031 // A bug of ours must not leave the readers waiting for ever.
        catch (Exception error)
#pragma warning restore CA1031
        {
            LoadFailed(logger, error.GetType().Name);
            Publish(new SpaceSnapshot([], clock.GetUtcNow(), Error: new SpacesError(SpacesErrorKind.Unavailable)));
        }
    }

    private void Publish(SpaceSnapshot snapshot)
    {
        TaskCompletionSource change;
        lock (_lock)
        {
            if (_isDropped)
                return;
            _current = _current?.FollowedBy(snapshot) ?? snapshot;
            _isLoading = !snapshot.IsLast;
            if (snapshot.IsLast)
                _nextLoad = clock.GetUtcNow() + PauseAfter(snapshot.Error, _current);
            change = _changed;
            _changed = NewChange();
        }

        change.TrySetResult();
    }

    private TimeSpan PauseAfter(SpacesError? error, SpaceSnapshot shown) => error switch
    {
        null => options.FreshFor,
        // The client is in its own pause and refuses without a call, so asking again costs nothing.
        { IsCircuitOpen: true } => TimeSpan.Zero,
        { RetryAfter: { } asked } => asked,
        _ => shown.Rows.Count > 0 ? options.PauseAfterError : TimeSpan.Zero,
    };

    // Only the type: exceptions of HTTP clients carry requests, and requests carry tokens.
    [LoggerMessage(1101, LogLevel.Error, "Loading a user's spaces failed with {Fault}.")]
    private static partial void LoadFailed(ILogger logger, string fault);
}
