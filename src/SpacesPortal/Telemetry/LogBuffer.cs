using Serilog.Sinks.Async;

namespace SpacesPortal.Telemetry;

/// <summary>
/// The entries between the requests and standard output. When nobody reads the output, a write to it blocks; the buffer then fills, and
/// what no longer fits is dropped and counted, so that no request waits for a reader of logs.
/// </summary>
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

    /// <summary>Writes what is left. A reader that has stopped reading is waited for no longer than the limit.</summary>
    public async ValueTask DisposeAsync()
    {
        // Disposing the sink blocks until its last entry is written.
        var flush = Task.Run(() => (_sink as IDisposable)?.Dispose());
        await Task.WhenAny(flush, Task.Delay(FlushLimit, clock));
    }
}
