namespace SpacesPortal.Testing;

/// <summary>Time that stands still until a test moves it; timers fire on the way, in their order. Tells when somebody starts to wait.</summary>
internal sealed class FakeClock(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<FakeTimer> _timers = [];
    private readonly List<(TimeSpan Wait, TaskCompletionSource Set)> _watchers = [];
    private DateTimeOffset _now = start;

    public FakeClock()
        : this(new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.Zero))
    {
    }

    /// <summary>Timers that are set and not disposed.</summary>
    public int Timers
    {
        get
        {
            lock (_gate)
                return _timers.Count(timer => timer.DueAt is not null);
        }
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
            return _now;
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public void Advance(TimeSpan span)
    {
        var until = GetUtcNow() + span;
        while (true)
        {
            FakeTimer? due;
            lock (_gate)
            {
                due = _timers.Where(timer => timer.DueAt <= until).MinBy(timer => timer.DueAt);
                _now = due?.DueAt is { } at && at > _now ? at : due is null ? until : _now;
                due?.Schedule(_now, due.Period);
            }

            if (due is null)
                return;
            due.Fire();
        }
    }

    /// <summary>Completes when a timer of that length is set; ask before the call that sets it.</summary>
    public Task WaitingAsync(TimeSpan wait)
    {
        var set = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
            _watchers.Add((wait, set));
        return set.Task;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new FakeTimer(this, () => callback(state));
        lock (_gate)
            _timers.Add(timer);
        timer.Change(dueTime, period);
        return timer;
    }

    private sealed class FakeTimer(FakeClock clock, Action fire) : ITimer
    {
        public DateTimeOffset? DueAt { get; private set; }

        public TimeSpan Period { get; private set; }

        public Action Fire => fire;

        public void Schedule(DateTimeOffset now, TimeSpan wait) => DueAt = wait == Timeout.InfiniteTimeSpan ? null : now + wait;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._gate)
            {
                Period = period == TimeSpan.Zero ? Timeout.InfiniteTimeSpan : period;
                Schedule(clock._now, dueTime);
                foreach (var (_, set) in clock._watchers.Where(watcher => watcher.Wait == dueTime))
                    set.TrySetResult();
                return true;
            }
        }

        public void Dispose()
        {
            lock (clock._gate)
                clock._timers.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
