namespace AvayaCloud.Identity;

/// <summary>The pending revocations of a single replica. A restart forgets them, and the tokens are left to expire.</summary>
internal sealed class InMemoryRevocationStore(TimeProvider clock) : IRevocationStore
{
    private const int Capacity = 10_000;

    private readonly OrderedDictionary<Guid, (PendingRevocation Revocation, DateTimeOffset DueAt)> _pending = [];

    public int Count => _pending.Count;

    public ValueTask UpsertAsync(PendingRevocation revocation, DateTimeOffset dueAt, CancellationToken cancellationToken)
    {
        lock (_pending)
        {
            // The oldest tokens expire first.
            if (_pending.Count >= Capacity && !_pending.ContainsKey(revocation.Id))
                _pending.RemoveAt(0);
            _pending[revocation.Id] = (revocation, dueAt);
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask<IReadOnlyList<PendingRevocation>> TakeDueAsync(
        int count, DateTimeOffset leaseUntil, CancellationToken cancellationToken)
    {
        lock (_pending)
        {
            var now = clock.GetUtcNow();
            var due = _pending.Values
                .Where(pending => pending.DueAt <= now)
                .OrderBy(pending => pending.DueAt)
                .Take(count)
                .Select(pending => pending.Revocation)
                .ToList();
            foreach (var revocation in due)
                _pending[revocation.Id] = (revocation, leaseUntil);
            return ValueTask.FromResult<IReadOnlyList<PendingRevocation>>(due);
        }
    }

    public ValueTask RemoveAsync(Guid id, CancellationToken cancellationToken)
    {
        lock (_pending)
            _pending.Remove(id);
        return ValueTask.CompletedTask;
    }
}
