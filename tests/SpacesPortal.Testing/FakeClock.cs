using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;

namespace SpacesPortal.Testing;

/// <summary>The library's fake time, which also reports when a wait begins and how many timers are left.</summary>
internal sealed class FakeClock(DateTimeOffset start) : FakeTimeProvider(start)
{
    private readonly ConcurrentQueue<(TimeSpan Wait, TaskCompletionSource Set)> _watchers = [];
    private int _timers;

    public FakeClock()
        : this(new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.Zero))
    {
    }

    /// <summary>Timers that are not disposed.</summary>
    public int Timers => Volatile.Read(ref _timers);

    /// <summary>Completes when a timer of that length is set; ask before the call that sets it.</summary>
    public Task WaitingAsync(TimeSpan wait)
    {
        var set = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _watchers.Enqueue((wait, set));
        return set.Task;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Interlocked.Increment(ref _timers);
        var timer = new WatchedTimer(this, base.CreateTimer(callback, state, dueTime, period));
        Tell(dueTime);
        return timer;
    }

    private void Tell(TimeSpan dueTime)
    {
        foreach (var (_, set) in _watchers.Where(watcher => watcher.Wait == dueTime))
            set.TrySetResult();
    }

    private sealed class WatchedTimer(FakeClock clock, ITimer timer) : ITimer
    {
        private bool _isDisposed;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            var isChanged = timer.Change(dueTime, period);
            clock.Tell(dueTime);
            return isChanged;
        }

        public void Dispose()
        {
            timer.Dispose();
            if (!Interlocked.Exchange(ref _isDisposed, true))
                Interlocked.Decrement(ref clock._timers);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
