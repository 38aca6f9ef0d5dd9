using System.Runtime.CompilerServices;

namespace SpacesPortal.Spaces;

/// <summary>
/// What is known of one session's spaces, and the one walk at a time that finds more. Readers wait for the first page
/// only; nobody's cancellation but <see cref="Dispose"/> stops a walk.
/// </summary>
internal sealed class SpaceIndex(Func<SpaceWalk> newWalk, SpaceDirectoryOptions options, TimeProvider clock, ILogger logger) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _dropped = new();
    private TaskCompletionSource _changed = NewChange();
    private SpaceSnapshot? _current;
    private DateTimeOffset _nextWalk = DateTimeOffset.MinValue;
    private bool _walking;

    /// <returns>Null when the index was dropped meanwhile.</returns>
    public async Task<SpaceSnapshot?> ReadAsync(CancellationToken cancellationToken)
    {
        Task change;
        lock (_lock)
        {
            if (!_walking && clock.GetUtcNow() >= _nextWalk)
                StartWalk();
            if (_current is not null || !_walking)
                return _current;
            change = _changed.Task;
        }

        await change.WaitAsync(cancellationToken);
        lock (_lock)
            return _current;
    }

    /// <summary>What is known now, and again at every change, until the walk has ended.</summary>
    public async IAsyncEnumerable<SpaceSnapshot> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        for (var walking = true; walking;)
        {
            SpaceSnapshot? current;
            Task change;
            lock (_lock)
                (current, walking, change) = (_current, _walking, _changed.Task);
            if (current is not null)
                yield return current;
            if (walking)
                await change.WaitAsync(cancellationToken);
        }
    }

    /// <summary>What is known may be out of date: the next reader starts a walk.</summary>
    public void Doubt()
    {
        lock (_lock)
            _nextWalk = _dropped.IsCancellationRequested ? _nextWalk : DateTimeOffset.MinValue;
    }

    public void Dispose()
    {
        lock (_lock)
            (_current, _walking, _nextWalk) = (null, false, DateTimeOffset.MaxValue);
        _dropped.Cancel();
        _changed.TrySetResult();
    }

    private static TaskCompletionSource NewChange() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void StartWalk()
    {
        _walking = true;
        if (_current is { Rows.Count: 0, Complete: false })
            _current = null; // nothing but trouble: worth waiting for a better answer

        // The walk belongs to the session, not to the request that happens to start it.
        using (ExecutionContext.SuppressFlow())
            _ = Task.Run(() => WalkAsync(_dropped.Token));
    }

    private async Task WalkAsync(CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var found in newWalk().RunAsync(cancellationToken))
                Publish(found);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Dropped: nobody waits for it any more.
        }
#pragma warning disable CA1031 // A fault of ours must not leave the readers waiting for ever.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            Log.WalkFailed(logger, fault.GetType().Name);
            Publish(new SpaceSnapshot([], clock.GetUtcNow(), Trouble: new SpacesError(SpacesErrorKind.Unavailable)));
        }
    }

    private void Publish(SpaceSnapshot found)
    {
        TaskCompletionSource change;
        lock (_lock)
        {
            if (_dropped.IsCancellationRequested)
                return;
            _current = _current?.FollowedBy(found) ?? found;
            _walking = !found.IsLast;
            if (found.IsLast)
                _nextWalk = clock.GetUtcNow() + PauseAfter(found.Trouble, _current);
            (change, _changed) = (_changed, NewChange());
        }

        change.TrySetResult();
    }

    private TimeSpan PauseAfter(SpacesError? trouble, SpaceSnapshot shown) => trouble switch
    {
        null => options.FreshFor,
        // To ask again costs nothing: the client says at once when it may.
        { IsCircuitOpen: true } => TimeSpan.Zero,
        { RetryAfter: { } asked } => asked,
        _ => shown.Rows.Count > 0 ? options.PauseAfterTrouble : TimeSpan.Zero,
    };
}
