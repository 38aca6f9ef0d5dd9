namespace AvayaCloud.Identity;

/// <summary>A point in time, checked against the wall clock, which may be set, and the elapsed time, which may not.</summary>
internal sealed class Deadline(TimeProvider clock, DateTimeOffset at)
{
    private readonly TimeSpan _duration = at - clock.GetUtcNow();
    private readonly long _start = clock.GetTimestamp();

    /// <summary>By one of the two clocks: for what must not last too long.</summary>
    public bool MayHavePassed => HasPassedByClock || HasElapsed;

    /// <summary>By both clocks: for what must not be forgotten too early.</summary>
    public bool HasSurelyPassed => HasPassedByClock && HasElapsed;

    private bool HasPassedByClock => at <= clock.GetUtcNow();
    private bool HasElapsed => clock.GetElapsedTime(_start) >= _duration;
}
