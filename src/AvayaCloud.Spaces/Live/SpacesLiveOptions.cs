namespace AvayaCloud.Spaces;

/// <summary>Where live events come from, and how patient to be.</summary>
public sealed class SpacesLiveOptions
{
    /// <summary>Without path: <c>https://spacesapis-socket.avayacloud.com</c>. The token goes to this host and port only.</summary>
    public Uri? SocketUrl { get; set; }

    /// <summary>For a connection to come about, the namespace included.</summary>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>For what a subscription or a message comes to.</summary>
    public TimeSpan ResponseTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The pause before a lost connection is tried again; it doubles with each failure.</summary>
    public TimeSpan ReconnectDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The pause does not grow beyond this.</summary>
    public TimeSpan MaxReconnectDelay { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>The part of a pause that chance takes off, 0 to 1, so that a thousand clients do not come back in the same
    /// second.</summary>
    public double Jitter { get; set; } = 0.5;

    /// <summary>The longest pause between two pings; the server may ask for a shorter one.</summary>
    public TimeSpan MaxPingInterval { get; set; } = TimeSpan.FromSeconds(25);

    /// <summary>How often the token source of an open connection is asked whether it has a newer token.</summary>
    public TimeSpan TokenCheckInterval { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Events that wait for a slow listener; of more, the oldest are dropped, and the listener is told.</summary>
    public int QueueCapacity { get; set; } = 1000;

    /// <summary>The pause before this attempt, from 0.</summary>
    internal TimeSpan Pause(int attempt, double chance)
    {
        var pause = Math.Min(ReconnectDelay.Ticks * Math.Pow(2, Math.Min(attempt, 30)), MaxReconnectDelay.Ticks);
        return TimeSpan.FromTicks((long)(pause * (1 - (Math.Clamp(Jitter, 0, 1) * chance))));
    }
}
