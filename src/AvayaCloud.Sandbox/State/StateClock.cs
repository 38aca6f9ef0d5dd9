namespace AvayaCloud.Sandbox.State;

/// <summary>Times as the wire has them, in whole milliseconds, and never the same twice: lists are ordered by them.</summary>
internal sealed class StateClock
{
    private readonly Lock _gate = new();
    private readonly TimeProvider _clock;
    private DateTimeOffset _last;

    public StateClock(TimeProvider clock)
    {
        _clock = clock;
        Start = _last = Whole(clock.GetUtcNow());
    }

    /// <summary>When this sandbox came up; what is seeded happened until then, and whatever is done, after it.</summary>
    public DateTimeOffset Start { get; }

    public DateTimeOffset Next()
    {
        var now = Whole(_clock.GetUtcNow());
        lock (_gate)
            return _last = now > _last ? now : _last.AddMilliseconds(1);
    }

    private static DateTimeOffset Whole(DateTimeOffset time) => time.AddTicks(-(time.Ticks % TimeSpan.TicksPerMillisecond));
}
