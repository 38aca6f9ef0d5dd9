using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace SpacesPortal.Sessions;

/// <summary>
/// The way out at SIGTERM: readiness turns red, so that no new person is sent here; nobody begins a circuit; those who have one are told to
/// connect elsewhere; and refreshes under way end, because a rotated token that nobody keeps is a session lost. Then the server stops.
/// </summary>
internal sealed partial class Drain(
    SessionChannels channels, SessionMonitor monitor, IOptions<PortalOptions> options, TimeProvider clock, ILogger<Drain> logger)
    : IHostedLifecycleService, IHealthCheck
{
    public bool IsUnderWay { get; private set; }

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(IsUnderWay ? HealthCheckResult.Unhealthy("stopping") : HealthCheckResult.Healthy());

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        IsUnderWay = true;
        Begins(logger);
        channels.TellAll(ChannelMessage.Leaving);
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

    [LoggerMessage(1501, LogLevel.Information, "Stopping: not ready any more, refreshes under way are waited for.")]
    private static partial void Begins(ILogger logger);

    [LoggerMessage(1502, LogLevel.Warning, "Stopping although a refresh is still under way.")]
    private static partial void Unsettled(ILogger logger);
}
