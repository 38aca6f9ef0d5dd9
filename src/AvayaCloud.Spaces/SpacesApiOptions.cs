namespace AvayaCloud.Spaces;

/// <summary>Where the API is, and how patient to be with it.</summary>
public sealed class SpacesApiOptions
{
    /// <summary>With <c>/api</c>: <c>https://spacesapis.avayacloud.com/api</c>. The token goes to this host and port only.</summary>
    public Uri? BaseUrl { get; set; }

    /// <summary>For one try, its answer's body included.</summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(8);

    /// <summary>For all tries together, with the pauses between them.</summary>
    public TimeSpan TotalTimeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>Further tries of a call that may be repeated.</summary>
    public int Retries { get; set; } = 2;

    /// <summary>The pause before the first retry; it doubles, and jitter is added.</summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromMilliseconds(200);

    /// <summary>How long a failing host is left alone.</summary>
    public TimeSpan BreakDuration { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>Bytes of one answer, after decompression.</summary>
    public long MaxResponseBytes { get; set; } = 4 * 1024 * 1024;

    /// <summary>For the bytes of one file to be sent, or to begin to come.</summary>
    public TimeSpan FileTimeout { get; set; } = TimeSpan.FromMinutes(10);
}
