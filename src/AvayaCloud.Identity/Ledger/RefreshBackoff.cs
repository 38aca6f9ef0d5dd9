namespace AvayaCloud.Identity;

/// <summary>A failed refresh, and the time until which no other is attempted, so that a provider in trouble is not flooded.</summary>
internal sealed class RefreshBackoff(RefreshOutcome.Unavailable failure, TimeProvider clock)
{
    private readonly Deadline _ends = new(clock, failure.RetryAt);

    public RefreshOutcome.Unavailable Failure => failure;

    /// <summary>Over when either clock says so: a clock that was set back must not stop refreshes for hours.</summary>
    public bool IsOver => _ends.MayHavePassed;
}
