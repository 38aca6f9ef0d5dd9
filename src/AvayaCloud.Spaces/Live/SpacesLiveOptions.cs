namespace AvayaCloud.Spaces;

/// <summary>The address of the socket, and the limits of a live connection.</summary>
public sealed class SpacesLiveOptions
{
    /// <summary>Without a path: <c>https://spacesapis-socket.avayacloud.com</c>. The token is sent to this host and port only.</summary>
    public Uri? SocketUrl { get; set; }

    /// <summary>The time limit for opening a connection, including the namespace.</summary>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>The time limit for the response to a subscription or message.</summary>
    public TimeSpan ResponseTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The delay before a lost connection is reopened. It doubles with each failure.</summary>
    public TimeSpan ReconnectDelay { get; set; } = TimeSpan.FromSeconds(1);
    public TimeSpan MaxReconnectDelay { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>The fraction of a delay, 0 to 1, that is random, so that a thousand clients do not reconnect in the same second.</summary>
    public double Jitter { get; set; } = 0.5;

    /// <summary>The longest time between two pings. The server may ask for a shorter one.</summary>
    public TimeSpan MaxPingInterval { get; set; } = TimeSpan.FromSeconds(25);

    /// <summary>How often the token source is asked for a newer token while a connection is open.</summary>
    public TimeSpan TokenCheckInterval { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>The number of events that wait for a slow listener. Beyond it the oldest are dropped, and the listener is told.</summary>
    public int QueueCapacity { get; set; } = 1000;

    /// <param name="attempt">The number of failed attempts before this one.</param>
    /// <param name="random">From 0 to 1.</param>
    internal TimeSpan GetReconnectDelay(int attempt, double random)
    {
        var ticks = Math.Min(ReconnectDelay.Ticks * Math.Pow(2, Math.Min(attempt, 30)), MaxReconnectDelay.Ticks);
        return TimeSpan.FromTicks((long)(ticks * (1 - (Math.Clamp(Jitter, 0, 1) * random))));
    }
}
