namespace AvayaCloud.Identity;

/// <summary>The state of sessions on this replica, by id. No network, and no tokens.</summary>
public sealed class SessionMonitor
{
    private readonly SessionLedger _ledger;
    private readonly InFlightRefreshes _inFlight;

    internal SessionMonitor(SessionLedger ledger, InFlightRefreshes inFlight)
    {
        _ledger = ledger;
        _inFlight = inFlight;
    }

    /// <summary>Why the session ended; null while it goes on, or is not known here.</summary>
    public SessionEndReason? GetEndReason(SessionId id) => (_ledger.GetState(id) as SessionState.Ended)?.Reason;

    /// <summary>When a refresh that failed is tried again; null when the last one succeeded.</summary>
    public DateTimeOffset? GetRetryAt(SessionId id) => _ledger.GetBackoff(id)?.Failure.RetryAt;

    /// <summary>Waits until no refresh is under way. A replica that stops must wait for this.</summary>
    public Task WaitForRefreshesAsync(CancellationToken cancellationToken) => _inFlight.WhenIdleAsync(cancellationToken);
}
