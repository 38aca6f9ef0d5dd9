namespace AvayaCloud.Identity.Postgres;

/// <summary>Timeouts and pauses around the database.</summary>
internal sealed record PostgresTiming
{
    /// <summary>After a failure, calls fail at once for this long instead of queueing behind one timeout after another.</summary>
    public TimeSpan FailFast { get; init; } = TimeSpan.FromSeconds(1.5);

    public TimeSpan ShortestPause { get; init; } = TimeSpan.FromSeconds(0.2);
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>No lock is acquired for this long after the connection was lost. It is longer than the longest pause plus a slow connect,
    /// so that the replica that held the lock writes its successor or reclaims the lock first; anyone earlier would send a spent refresh
    /// token.</summary>
    public TimeSpan Settling { get; init; } = TimeSpan.FromSeconds(9);

    /// <summary>How long a sign-out waits for the database before its write is left to the background.</summary>
    public TimeSpan WriteTimeout { get; init; } = TimeSpan.FromSeconds(1);

    public TimeSpan SweepInterval { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The pause after this many consecutive failures: exponential, with jitter so that replicas do not retry in step.</summary>
    public TimeSpan PauseAfter(int failures)
    {
        var pause = ShortestPause * Math.Pow(2, Math.Clamp(failures - 1, 0, 16));
        return (pause < LongestPause ? pause : LongestPause) * (0.5 + (Random.Shared.NextDouble() / 2));
    }
}
