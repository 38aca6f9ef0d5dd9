namespace AvayaCloud.Sandbox.State;

/// <summary>Times in whole milliseconds, as on the wire. No two are equal, because lists are sorted by them.</summary>
internal sealed class StateClock(TimeProvider clock)
{
    private readonly Lock _lock = new();
    private DateTimeOffset? _last;

    /// <summary>The start of the sandbox. Seeded data is older, and all changes are later.</summary>
    public DateTimeOffset Start { get; } = GetNow(clock);

    public DateTimeOffset Next()
    {
        var now = GetNow(clock);
        lock (_lock)
        {
            var last = _last ?? Start;
            _last = now > last ? now : last.AddMilliseconds(1);
            return _last.Value;
        }
    }

    private static DateTimeOffset GetNow(TimeProvider clock) =>
        DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds());
}
