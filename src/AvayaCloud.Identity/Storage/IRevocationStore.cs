namespace AvayaCloud.Identity;

/// <summary>Refresh tokens that are still to be revoked. Replicas share it, so one finishes what another has begun.</summary>
public interface IRevocationStore
{
    /// <summary>The number of pending revocations, as last known: for the metric.</summary>
    int Count { get; }

    /// <summary>Adds one that falls due at <paramref name="dueAt"/>, or moves it there after a failed attempt. A store that cannot be
    /// reached keeps it in memory until it can.</summary>
    ValueTask UpsertAsync(PendingRevocation revocation, DateTimeOffset dueAt, CancellationToken cancellationToken);

    /// <summary>Leases up to <paramref name="count"/> that are due; no other caller gets them before <paramref name="leaseUntil"/>. Empty
    /// when the store cannot be reached.</summary>
    ValueTask<IReadOnlyList<PendingRevocation>> TakeDueAsync(int count, DateTimeOffset leaseUntil, CancellationToken cancellationToken);

    /// <summary>Removes one that is revoked or given up.</summary>
    ValueTask RemoveAsync(Guid id, CancellationToken cancellationToken);
}

/// <summary>A refresh token that is to be revoked.</summary>
/// <param name="Id">Its id in the store.</param>
/// <param name="ProtectedToken">The token, encrypted with the portal's keys.</param>
/// <param name="Attempt">The number of attempts made.</param>
public sealed record PendingRevocation(Guid Id, byte[] ProtectedToken, int Attempt)
{
    /// <summary>Without the token.</summary>
    public override string ToString() => $"revocation {Id}, {Attempt} attempts";
}
