namespace AvayaCloud.Identity;

/// <summary>How sessions stand here and now, by id. Memory alone, and no token.</summary>
public sealed class SessionMonitor
{
    private readonly ISessionLedger _ledger;

    internal SessionMonitor(ISessionLedger ledger) => _ledger = ledger;

    /// <summary>Why the session is over; null while it goes on, or is not known here.</summary>
    public SessionEndReason? EndOf(SessionId id) => (_ledger.Look(id) as SessionState.Ended)?.Why;

    /// <summary>When a renewal that failed is tried again; null when all is well.</summary>
    public DateTimeOffset? RetryAt(SessionId id) => _ledger.TroubleOf(id)?.RetryAt;

    /// <summary>Waits until no renewal is under way: what a stop has to wait for.</summary>
    public Task SettleAsync(CancellationToken cancellationToken) => _ledger.SettleAsync(cancellationToken);
}
