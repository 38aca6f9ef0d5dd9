namespace AvayaCloud.Identity;

/// <summary>Checks the section <c>Session</c>, and reports all errors at once, each with its key and the fix.</summary>
internal sealed class ValidateSessionLifetime : IValidateOptions<SessionLifetime>
{
    private static readonly TimeSpan ShortestTimeout = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromDays(90);

    public ValidateOptionsResult Validate(string? name, SessionLifetime options) => FindErrors(options).ToList() switch
    {
        [] => ValidateOptionsResult.Success,
        var errors => ValidateOptionsResult.Fail(errors),
    };

    private static IEnumerable<string> FindErrors(SessionLifetime session)
    {
        if (!IsInRange(session.IdleTimeout))
            yield return "Session:IdleTimeout must lie between 00:01:00 and 90.00:00:00, such as 08:00:00.";
        if (!IsInRange(session.AbsoluteTimeout))
            yield return "Session:AbsoluteTimeout must lie between 00:01:00 and 90.00:00:00, such as 1.00:00:00.";
        if (session.AbsoluteTimeout < session.IdleTimeout)
            yield return "Session:AbsoluteTimeout must not be shorter than Session:IdleTimeout.";
    }

    private static bool IsInRange(TimeSpan timeout) => timeout >= ShortestTimeout && timeout <= LongestTimeout;
}
