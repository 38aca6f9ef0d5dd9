using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace AvayaCloud.Spaces;

/// <summary>Delivers every event to every listener. A slow listener loses its oldest events and is told how many.</summary>
internal sealed class LiveBroadcast(int capacity)
{
    private readonly Lock _lock = new();
    private readonly List<Listener> _listeners = [];
    private LiveEvent.Ended? _ended;
    private bool _isCompleted;

    public void Publish(LiveEvent liveEvent)
    {
        lock (_lock)
        {
            _ended ??= liveEvent as LiveEvent.Ended;
            foreach (var listener in _listeners)
                listener.Queue.Writer.TryWrite(liveEvent);
        }
    }

    public void Complete()
    {
        lock (_lock)
        {
            _isCompleted = true;
            foreach (var listener in _listeners)
                listener.Queue.Writer.TryComplete();
        }
    }

    /// <summary>Listens from this call on, not from the first step of the enumeration.</summary>
    /// <remarks>A late listener still receives <see cref="LiveEvent.Ended"/>.</remarks>
    public IAsyncEnumerable<LiveEvent> ListenAsync(CancellationToken cancellationToken)
    {
        var listener = new Listener(capacity);
        lock (_lock)
        {
            _listeners.Add(listener);
            if (_ended is not null)
                listener.Queue.Writer.TryWrite(_ended);
            if (_isCompleted)
                listener.Queue.Writer.TryComplete();
        }

        return ReadAsync(listener, cancellationToken);
    }

    private async IAsyncEnumerable<LiveEvent> ReadAsync(Listener listener, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var liveEvent in listener.Queue.Reader.ReadAllAsync(cancellationToken))
            {
                if (listener.ResetLostCount() is > 0 and var lost)
                    yield return new LiveEvent.Lost(lost);
                yield return liveEvent;
            }
        }
        finally
        {
            lock (_lock)
                _listeners.Remove(listener);
        }
    }

    private sealed class Listener
    {
        private long _lost;

        public Listener(int capacity) => Queue = Channel.CreateBounded<LiveEvent>(
            new BoundedChannelOptions(capacity) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true },
            _ => Interlocked.Increment(ref _lost));

        public Channel<LiveEvent> Queue { get; }

        public long ResetLostCount() => Interlocked.Exchange(ref _lost, 0);
    }
}
