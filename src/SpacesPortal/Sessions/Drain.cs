using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace SpacesPortal.Sessions;

/// <summary>The shutdown at SIGTERM: the replica is no longer ready, so no new users are routed to it; no circuit starts, and pages are
/// told to reconnect elsewhere; refreshes in flight finish, because losing a rotated token loses the session. Then the server
/// stops.</summary>
internal sealed partial class Drain(
    SessionChannels channels, SessionMonitor monitor, IOptions<PortalOptions> options, TimeProvider clock, ILogger<Drain> logger)
    : IHostedLifecycleService, IHealthCheck
{
    private volatile bool _isDraining;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(_isDraining ? HealthCheckResult.Unhealthy("stopping") : HealthCheckResult.Healthy());

    /// <summary>Answers 503 while draining.</summary>
    public bool TryReject(HttpContext context)
    {
        if (_isDraining)
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        return _isDraining;
    }

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        _isDraining = true;
        Begins(logger);
        channels.SendLast(ChannelMessage.Leaving);
        using var limit = new CancellationTokenSource(PortalOptions.LongestDrain, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            await Task.WhenAll(monitor.WaitForRefreshesAsync(either.Token), Task.Delay(options.Value.DrainDelay, clock, either.Token));
        }
        catch (OperationCanceledException)
        {
            Unsettled(logger);
        }
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(1501, LogLevel.Information, "Stopping: no longer ready, waiting for refreshes in flight.")]
    private static partial void Begins(ILogger logger);

    [LoggerMessage(1502, LogLevel.Warning, "Stopping although a refresh is still in flight.")]
    private static partial void Unsettled(ILogger logger);
}
