namespace AvayaCloud.Identity.Postgres;

/// <summary>How fast things go when the database is in trouble.</summary>
internal sealed record PostgresTiming
{
    /// <summary>After a failure nobody asks for so long: requests do not queue up behind one timeout after the other.</summary>
    public TimeSpan FailFast { get; init; } = TimeSpan.FromSeconds(1.5);

    public TimeSpan ShortestPause { get; init; } = TimeSpan.FromSeconds(0.2);

    public TimeSpan LongestPause { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// After the connection was lost, nobody gets a lock for so long: longer than the longest pause and a slow connect, so that a replica
    /// which had the lock writes its successor or takes the lock again first. Who got it earlier would send a refresh token that is spent.
    /// </summary>
    public TimeSpan Settling { get; init; } = TimeSpan.FromSeconds(9);

    /// <summary>How long a sign-out waits for the database before it is left to the background.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(1);

    public TimeSpan SweepEvery { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The pause after so many failures in a row: doubled each time, spread, so that replicas do not come back in step.</summary>
    public TimeSpan PauseAfter(int failures)
    {
        var pause = ShortestPause * Math.Pow(2, Math.Clamp(failures - 1, 0, 16));
        return (pause < LongestPause ? pause : LongestPause) * (0.5 + (Random.Shared.NextDouble() / 2));
    }
}
