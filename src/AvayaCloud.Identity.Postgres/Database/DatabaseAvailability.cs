using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AvayaCloud.Identity.Postgres;

/// <summary>Whether the database can be used at the moment, from what recent calls have shown.</summary>
/// <remarks>
/// As a health check it is ready once signals are received. A database that goes away later degrades a replica but does not make it
/// unready: all replicas would be out at once, although users can continue with the tokens that they have.
/// </remarks>
internal sealed partial class DatabaseAvailability(PostgresTiming timing, TimeProvider clock, ILogger<DatabaseAvailability> logger)
    : IHealthCheck
{
    private long _retryAt;
    private long _locksAllowedAt;
    private int _isReportedAway;
    private volatile bool _isListening;
    private volatile bool _hasListened;

    /// <summary>A call failed a moment ago.</summary>
    public bool IsAway => clock.GetUtcNow().UtcTicks < Interlocked.Read(ref _retryAt);

    /// <summary>Signals of the other replicas are received, so none of their changes is missed.</summary>
    public bool IsListening => _isListening;

    /// <summary>False while the listening connection is down and shortly afterwards: a replica that held a lock before the outage may still
    /// have to write what it could not write then.</summary>
    public bool AllowsLocks => _isListening && clock.GetUtcNow().UtcTicks >= Interlocked.Read(ref _locksAllowedAt);

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var statusWhenAway = _hasListened ? HealthStatus.Degraded : context.Registration.FailureStatus;
        return Task.FromResult(
            _isListening ? HealthCheckResult.Healthy() : new HealthCheckResult(statusWhenAway, "PostgreSQL cannot be reached."));
    }

    public void Failed(Exception error)
    {
        Interlocked.Exchange(ref _retryAt, (clock.GetUtcNow() + timing.FailFast).UtcTicks);
        if (Interlocked.Exchange(ref _isReportedAway, 1) == 0)
            WentAway(logger, DbErrors.IsServerResponse(error) ? "refused" : "cannot be reached", DbErrors.NameOf(error));
    }

    public void Succeeded()
    {
        Interlocked.Exchange(ref _retryAt, 0);
        if (Interlocked.Exchange(ref _isReportedAway, 0) == 1)
            CameBack(logger);
    }

    /// <summary>The listening connection is open, and missed ends have been read.</summary>
    public void StartedListening(bool isAfterLoss)
    {
        if (isAfterLoss)
            Interlocked.Exchange(ref _locksAllowedAt, (clock.GetUtcNow() + timing.Settling).UtcTicks);
        Succeeded();
        _isListening = true;
        _hasListened = true;
    }

    public void StoppedListening() => _isListening = false;

    [LoggerMessage(2501, LogLevel.Warning, "PostgreSQL {State} ({Cause}). Sessions continue; no token is refreshed until it is back.")]
    private static partial void WentAway(ILogger logger, string state, string cause);

    [LoggerMessage(2502, LogLevel.Information, "PostgreSQL is back.")]
    private static partial void CameBack(ILogger logger);
}
