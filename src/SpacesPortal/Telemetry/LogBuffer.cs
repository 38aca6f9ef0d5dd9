using System.Diagnostics.Metrics;
using Serilog.Sinks.Async;

namespace SpacesPortal.Telemetry;

/// <summary>Buffers log entries between the requests and standard output. Writing blocks when standard output is not read; the buffer then
/// fills, and further entries are dropped and counted, so that no request waits for a log reader.</summary>
internal sealed class LogBuffer(TimeProvider clock) : IAsyncLogEventSinkMonitor, IAsyncDisposable
{
    /// <summary>In entries.</summary>
    public const int Size = 10_000;

    private static readonly TimeSpan FlushLimit = TimeSpan.FromSeconds(2);

    private IAsyncLogEventSinkInspector? _sink;

    /// <summary>Entries dropped since the start.</summary>
    public long Dropped => _sink?.DroppedMessagesCount ?? 0;
    public bool IsFull => _sink is { Count: >= Size };

    public void StartMonitoring(IAsyncLogEventSinkInspector inspector) => _sink = inspector;

    public void StopMonitoring(IAsyncLogEventSinkInspector inspector) => _sink = null;

    /// <summary>Writes the remaining entries, unless standard output is not read within the limit.</summary>
    public async ValueTask DisposeAsync()
    {
        // Disposing the sink blocks until its last entry is written.
        var flush = Task.Run(() => (_sink as IDisposable)?.Dispose());
        await Task.WhenAny(flush, Task.Delay(FlushLimit, clock));
    }
}

/// <summary>Reports dropped entries: at once by a counter, and in the log as soon as standard output is read again.</summary>
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
                MetricName, () => buffer.Dropped, "{entry}", "Log entries dropped because standard output was not read.");

        var reported = 0L;
        while (true)
        {
            await Task.Delay(Interval, clock, stoppingToken);
            var dropped = buffer.Dropped;
            if (dropped == reported || buffer.IsFull)
                continue;
            WereDropped(logger, dropped - reported);
            reported = dropped;
        }
    }

    [LoggerMessage(1002, LogLevel.Warning, "{Count} log entries were dropped because standard output was not read")]
    private static partial void WereDropped(ILogger logger, long count);
}
