namespace AvayaCloud.Identity;

/// <summary>The state of sessions on this replica, by id. Without network calls and without tokens.</summary>
public sealed class SessionMonitor
{
    private readonly SessionLedger _ledger;
    private readonly InFlightRefreshes _inFlight;

    internal SessionMonitor(SessionLedger ledger, InFlightRefreshes inFlight)
    {
        _ledger = ledger;
        _inFlight = inFlight;
    }

    /// <summary>Why the session has ended; null when it has not, or is unknown here.</summary>
    public SessionEndReason? GetEndReason(SessionId id) => (_ledger.GetState(id) as SessionState.Ended)?.Reason;

    /// <summary>When a failed refresh is attempted again; null when the last one succeeded.</summary>
    public DateTimeOffset? GetRetryAt(SessionId id) => _ledger.GetBackoff(id)?.Failure.RetryAt;

    /// <summary>Waits until no refresh is in flight. A replica must wait for this before it stops.</summary>
    public Task WaitForRefreshesAsync(CancellationToken cancellationToken) => _inFlight.WhenIdleAsync(cancellationToken);
}
