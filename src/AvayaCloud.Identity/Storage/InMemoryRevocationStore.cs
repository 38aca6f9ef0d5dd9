namespace AvayaCloud.Identity;

/// <summary>The pending revocations of a replica that stands alone. A restart forgets them: the tokens then die by themselves.</summary>
internal sealed class InMemoryRevocationStore(TimeProvider clock) : IRevocationStore
{
    private const int Room = 10_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<Guid, (PendingRevocation Revocation, DateTimeOffset DueAt)> _pending = [];
    private readonly Queue<Guid> _order = new();

    public int Count
    {
        get
        {
            lock (_gate)
                return _pending.Count;
        }
    }

    public ValueTask AddAsync(PendingRevocation revocation, DateTimeOffset dueAt, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            _pending[revocation.Id] = (revocation, dueAt);
            _order.Enqueue(revocation.Id);
            // When thousands sign out during an outage, the oldest are dropped: they die first by themselves.
            while (_pending.Count > Room || (_order.Count > 2 * Room && !_pending.ContainsKey(_order.Peek())))
                _pending.Remove(_order.Dequeue());
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask<IReadOnlyList<PendingRevocation>> TakeDueAsync(
        int most, DateTimeOffset leaseUntil, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            var due = _pending.Values
                .Where(pending => pending.DueAt <= now)
                .OrderBy(pending => pending.DueAt)
                .Take(most)
                .Select(pending => pending.Revocation)
                .ToList();
            foreach (var revocation in due)
                _pending[revocation.Id] = (revocation, leaseUntil);
            return ValueTask.FromResult<IReadOnlyList<PendingRevocation>>(due);
        }
    }

    public ValueTask PostponeAsync(PendingRevocation revocation, DateTimeOffset dueAt, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_pending.ContainsKey(revocation.Id))
                _pending[revocation.Id] = (revocation, dueAt);
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask RemoveAsync(Guid id, CancellationToken cancellationToken)
    {
        lock (_gate)
            _pending.Remove(id);
        return ValueTask.CompletedTask;
    }
}
