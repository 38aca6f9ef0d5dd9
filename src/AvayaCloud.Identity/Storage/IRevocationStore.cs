namespace AvayaCloud.Identity;

/// <summary>Refresh tokens that the provider has still to be told of. Shared, so that another replica finishes what one began.</summary>
public interface IRevocationStore
{
    /// <summary>
    /// Keeps one, whose first attempt falls due at <paramref name="dueAt"/>. A store that is away keeps it in memory until it is back.
    /// </summary>
    ValueTask AddAsync(PendingRevocation revocation, DateTimeOffset dueAt, CancellationToken cancellationToken);

    /// <summary>
    /// Those due now, at most <paramref name="most"/>; nobody else gets them before <paramref name="leaseUntil"/>. Empty when the store
    /// cannot be reached.
    /// </summary>
    ValueTask<IReadOnlyList<PendingRevocation>> TakeDueAsync(int most, DateTimeOffset leaseUntil, CancellationToken cancellationToken);

    /// <summary>Tried in vain: due again at <paramref name="dueAt"/>.</summary>
    ValueTask PostponeAsync(PendingRevocation revocation, DateTimeOffset dueAt, CancellationToken cancellationToken);

    /// <summary>Taken by the provider, or given up.</summary>
    ValueTask RemoveAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>How many wait, as last known: for the metric.</summary>
    int Count { get; }
}

/// <summary>One refresh token to be revoked.</summary>
/// <param name="Id">Names it in the store.</param>
/// <param name="ProtectedToken">The token, readable only with the portal's keys.</param>
/// <param name="Attempt">Attempts made.</param>
public sealed record PendingRevocation(Guid Id, byte[] ProtectedToken, int Attempt)
{
    /// <summary>Without the token.</summary>
    public override string ToString() => $"revocation {Id}, {Attempt} attempts";
}
