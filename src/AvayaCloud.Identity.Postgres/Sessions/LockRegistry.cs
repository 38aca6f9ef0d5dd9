using System.Collections.Concurrent;

namespace AvayaCloud.Identity.Postgres;

/// <summary>The locks that this replica holds. A server that restarts forgets them, but the calls that they stand for go on.</summary>
internal sealed class LockRegistry(ConnectionStrings strings) : IDisposable
{
    private readonly SemaphoreSlim _places = new(strings.Holds);
    private readonly ConcurrentDictionary<PostgresSessionLock, PostgresSessionLock> _held = new();

    /// <summary>
    /// Waits for a place: the pool would give up on those who wait, here they have the time that their callers give them.
    /// </summary>
    public Task WaitForPlaceAsync(CancellationToken cancellationToken) => _places.WaitAsync(cancellationToken);

    public void GiveUpPlace() => _places.Release();

    public void Add(PostgresSessionLock hold) => _held[hold] = hold;

    /// <summary>False when it was removed before.</summary>
    public bool Remove(PostgresSessionLock hold)
    {
        var isRemoved = _held.TryRemove(hold, out _);
        if (isRemoved)
            _places.Release();
        return isRemoved;
    }

    /// <summary>
    /// Takes them again, while others do not take any yet: who got one now would send a refresh token that is about to be spent.
    /// </summary>
    public Task ReclaimAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(_held.Keys.Select(hold => hold.ReclaimAsync(cancellationToken)));

    public void Dispose() => _places.Dispose();
}
