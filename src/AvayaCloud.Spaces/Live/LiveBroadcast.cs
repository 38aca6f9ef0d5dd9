using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace AvayaCloud.Spaces;

/// <summary>Hands every event to every listener, each at its own pace. A slow one loses its oldest, and learns how many.</summary>
internal sealed class LiveBroadcast(int capacity)
{
    private readonly Lock _gate = new();
    private readonly List<Listener> _listeners = [];
    private LiveEvent.Ended? _ended;
    private bool _isOver;

    public void Publish(LiveEvent it)
    {
        lock (_gate)
        {
            _ended ??= it as LiveEvent.Ended;
            foreach (var listener in _listeners)
                listener.Waiting.Writer.TryWrite(it);
        }
    }

    public void Complete()
    {
        lock (_gate)
        {
            _isOver = true;
            foreach (var listener in _listeners)
                listener.Waiting.Writer.TryComplete();
        }
    }

    /// <summary>Listens from the call on, not from the first step of the enumeration.</summary>
    /// <remarks>A late listener still gets <see cref="LiveEvent.Ended"/>.</remarks>
    public IAsyncEnumerable<LiveEvent> ListenAsync(CancellationToken cancellationToken)
    {
        var listener = new Listener(capacity);
        lock (_gate)
        {
            _listeners.Add(listener);
            if (_ended is not null)
                listener.Waiting.Writer.TryWrite(_ended);
            if (_isOver)
                listener.Waiting.Writer.TryComplete();
        }

        return ReadAsync(listener, cancellationToken);
    }

    private async IAsyncEnumerable<LiveEvent> ReadAsync(Listener listener, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var it in listener.Waiting.Reader.ReadAllAsync(cancellationToken))
            {
                if (listener.TakeLost() is > 0 and var lost)
                    yield return new LiveEvent.Lost(lost);
                yield return it;
            }
        }
        finally
        {
            lock (_gate)
                _listeners.Remove(listener);
        }
    }

    private sealed class Listener
    {
        private long _lost;

        public Listener(int capacity) => Waiting = Channel.CreateBounded<LiveEvent>(
            new BoundedChannelOptions(capacity) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true },
            _ => Interlocked.Increment(ref _lost));

        public Channel<LiveEvent> Waiting { get; }

        public long TakeLost() => Interlocked.Exchange(ref _lost, 0);
    }
}
