namespace AvayaCloud.Sandbox.State;

/// <summary>Times as the wire has them, in whole milliseconds, and never the same twice: lists are ordered by them.</summary>
internal sealed class StateClock(TimeProvider clock)
{
    private readonly Lock _gate = new();
    private DateTimeOffset _last;

    /// <summary>When this sandbox came up; what is seeded happened before.</summary>
    public DateTimeOffset Start { get; } = Whole(clock.GetUtcNow());

    public DateTimeOffset Next()
    {
        var now = Whole(clock.GetUtcNow());
        lock (_gate)
            return _last = now > _last ? now : _last.AddMilliseconds(1);
    }

    private static DateTimeOffset Whole(DateTimeOffset time) => time.AddTicks(-(time.Ticks % TimeSpan.TicksPerMillisecond));
}
