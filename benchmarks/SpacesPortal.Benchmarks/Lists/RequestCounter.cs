using System.Diagnostics.Metrics;

namespace SpacesPortal.Benchmarks.Lists;

/// <summary>How many requests this process has sent, by the platform's own count of them.</summary>
internal sealed class RequestCounter : IDisposable
{
    private readonly MeterListener _listener = new();
    private int _count;

    public RequestCounter()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument is { Meter.Name: "System.Net.Http", Name: "http.client.request.duration" })
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<double>((_, _, _, _) => Interlocked.Increment(ref _count));
        _listener.Start();
    }

    public int Count => _count;

    public void Dispose() => _listener.Dispose();
}
