using System.Diagnostics.Metrics;

namespace SpacesPortal.Telemetry;

/// <summary>Tells of entries that were dropped: by a counter at once, in the log as soon as somebody reads it again.</summary>
internal sealed partial class DroppedLogEntries(
    LogBuffer buffer, TimeProvider clock, IMeterFactory meters, ILogger<DroppedLogEntries> logger)
    : BackgroundService
{
    public const string MetricName = "spaces_portal.log.dropped";
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        meters.Create(PortalMetrics.MeterName)
            .CreateObservableCounter(
                MetricName, () => buffer.Dropped, "{entry}", "Log entries dropped because nobody read standard output.");

        var told = 0L;
        while (true)
        {
            await Task.Delay(Interval, clock, stoppingToken);
            var dropped = buffer.Dropped;
            if (dropped == told || buffer.IsFull)
                continue;
            WereDropped(logger, dropped - told);
            told = dropped;
        }
    }

    [LoggerMessage(1002, LogLevel.Warning, "{Count} log entries were dropped because nobody read standard output")]
    private static partial void WereDropped(ILogger logger, long count);
}
