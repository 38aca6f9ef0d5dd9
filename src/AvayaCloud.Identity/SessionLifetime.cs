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

    /// <summary>When the session ends: the earlier of the two timeouts.</summary>
    internal DateTimeOffset EndOf(DateTimeOffset startedAt, DateTimeOffset activeAt)
    {
        var idle = activeAt + IdleTimeout;
        var absolute = AbsoluteEndOf(startedAt);
        return idle < absolute ? idle : absolute;
    }

    /// <summary>When the session ends regardless of activity.</summary>
    internal DateTimeOffset AbsoluteEndOf(DateTimeOffset startedAt) => startedAt + AbsoluteTimeout;

    /// <summary>Whether a later activity is worth a new cookie: one a minute, or more often with a short idle timeout.</summary>
    internal bool IsActivityDue(DateTimeOffset activeAt, DateTimeOffset now)
    {
        var interval = TimeSpan.FromMinutes(Math.Min(1, IdleTimeout.TotalMinutes / 20));
        return now - activeAt >= interval;
    }
}
