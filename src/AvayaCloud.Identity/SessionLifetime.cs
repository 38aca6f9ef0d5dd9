namespace AvayaCloud.Identity;

/// <summary>How long a session lasts, section <c>Session</c>. A token refresh moves neither end.</summary>
public sealed class SessionLifetime
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Session";

    /// <summary>The session ends after this long without a request by the user. 8 hours.</summary>
    public TimeSpan IdleTimeout { get; set; } = TimeSpan.FromHours(8);

    /// <summary>The session ends this long after the sign-in, whatever happens. 24 hours.</summary>
    public TimeSpan AbsoluteTimeout { get; set; } = TimeSpan.FromHours(24);

    /// <summary>When the session ends: the earlier of the two timeouts. The one place that decides.</summary>
    public DateTimeOffset EndOf(DateTimeOffset startedAt, DateTimeOffset activeAt)
    {
        var idle = activeAt + IdleTimeout;
        var absolute = startedAt + AbsoluteTimeout;
        return idle < absolute ? idle : absolute;
    }

    /// <summary>Whether a cookie is worth writing for the later activity: at most one a minute.</summary>
    internal bool IsWorthStamping(DateTimeOffset activeAt, DateTimeOffset now)
    {
        var grain = IdleTimeout / 20;
        return now - activeAt >= (grain < TimeSpan.FromMinutes(1) ? grain : TimeSpan.FromMinutes(1));
    }
}
