namespace AvayaCloud.Identity;

/// <summary>How long a session lasts, section <c>Session</c>. A token refresh moves neither end.</summary>
public sealed class SessionLifetime
{
    /// <summary>Without a request by the person for this long, the session ends. 8 hours.</summary>
    public TimeSpan IdleTimeout { get; set; } = TimeSpan.FromHours(8);

    /// <summary>So long after sign-in the session ends, whatever happens. 24 hours.</summary>
    public TimeSpan AbsoluteTimeout { get; set; } = TimeSpan.FromHours(24);

    /// <summary>The nearer one of the two ends.</summary>
    public DateTimeOffset EndOf(DateTimeOffset startedAt, DateTimeOffset activeAt)
    {
        var (idle, absolute) = (activeAt + IdleTimeout, startedAt + AbsoluteTimeout);
        return idle < absolute ? idle : absolute;
    }

    /// <summary>
    /// Whether the cookie should say anew when the person was last active: once a minute is close enough and spares cookies.
    /// </summary>
    internal bool IsWorthStamping(DateTimeOffset activeAt, DateTimeOffset now)
    {
        var grain = IdleTimeout / 20;
        return now - activeAt >= (grain < TimeSpan.FromMinutes(1) ? grain : TimeSpan.FromMinutes(1));
    }
}

/// <summary>Names every mistake of the section at once.</summary>
internal sealed class ValidateSessionLifetime : IValidateOptions<SessionLifetime>
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(90);

    public ValidateOptionsResult Validate(string? name, SessionLifetime options)
    {
        List<string> mistakes = [];
        if (options.IdleTimeout < Shortest || options.IdleTimeout > Longest)
            mistakes.Add("Session:IdleTimeout must lie between 00:01:00 and 90.00:00:00, such as 08:00:00.");
        if (options.AbsoluteTimeout < Shortest || options.AbsoluteTimeout > Longest)
            mistakes.Add("Session:AbsoluteTimeout must lie between 00:01:00 and 90.00:00:00, such as 1.00:00:00.");
        if (options.AbsoluteTimeout < options.IdleTimeout)
            mistakes.Add("Session:AbsoluteTimeout must not be shorter than Session:IdleTimeout.");
        return mistakes.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes);
    }
}
