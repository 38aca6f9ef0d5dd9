namespace AvayaCloud.Identity;

/// <summary>A time to come, by the wall clock, which somebody may set, and by what has passed since, which nobody can.</summary>
internal sealed class Deadline
{
    private readonly TimeProvider _clock;
    private readonly DateTimeOffset _at;
    private readonly TimeSpan _wait;
    private readonly long _since;

    public Deadline(TimeProvider clock, DateTimeOffset at) =>
        (_clock, _at, _wait, _since) = (clock, at, at - clock.GetUtcNow(), clock.GetTimestamp());

    /// <summary>One of the two says so: for what must not last longer than meant.</summary>
    public bool MayHavePassed => HasComeByClock || HasWaited;

    /// <summary>Both say so: for what must not be forgotten too soon.</summary>
    public bool HasSurelyPassed => HasComeByClock && HasWaited;

    private bool HasComeByClock => _at <= _clock.GetUtcNow();

    private bool HasWaited => _clock.GetElapsedTime(_since) >= _wait;
}
