namespace AvayaCloud.Identity.Tests.Sessions.Model;

/// <summary>A machine's clock that can be set. Elapsed time and timers are not affected.</summary>
internal sealed class SettableClock(FakeClock time) : TimeProvider
{
    /// <summary>How far it is ahead of the real time.</summary>
    public TimeSpan Offset { get; set; }

    public override long TimestampFrequency => time.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => time.GetUtcNow() + Offset;

    public override long GetTimestamp() => time.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        time.CreateTimer(callback, state, dueTime, period);
}
