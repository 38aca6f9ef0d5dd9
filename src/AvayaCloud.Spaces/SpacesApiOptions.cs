namespace AvayaCloud.Spaces;

/// <summary>The address of the API, and the limits of a call.</summary>
public sealed class SpacesApiOptions
{
    /// <summary>With <c>/api</c>: <c>https://spacesapis.avayacloud.com/api</c>. The token is sent to this host and port only.</summary>
    public Uri? BaseUrl { get; set; }

    /// <summary>The time limit of one attempt, including the body of its response.</summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(8);

    /// <summary>The time limit of all attempts, including the delays between them.</summary>
    public TimeSpan TotalTimeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>The number of further attempts of a call that may be repeated.</summary>
    public int Retries { get; set; } = 2;

    /// <summary>The delay before the first retry. It doubles with each retry, and jitter is added.</summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromMilliseconds(200);

    /// <summary>How long the circuit breaker stays open.</summary>
    public TimeSpan BreakDuration { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>The largest response in bytes, after decompression.</summary>
    public long MaxResponseBytes { get; set; } = 4 * 1024 * 1024;

    /// <summary>The time limit for sending the bytes of a file, or for the first bytes of a download.</summary>
    public TimeSpan FileTimeout { get; set; } = TimeSpan.FromMinutes(10);
}
