namespace AvayaCloud.Identity;

/// <summary>Checks the section <c>Session</c>, and reports every mistake at once.</summary>
internal sealed class ValidateSessionLifetime : IValidateOptions<SessionLifetime>
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(90);

    public ValidateOptionsResult Validate(string? name, SessionLifetime options)
    {
        List<string> mistakes = [];
        if (IsOutOfRange(options.IdleTimeout))
            mistakes.Add("Session:IdleTimeout must lie between 00:01:00 and 90.00:00:00, such as 08:00:00.");
        if (IsOutOfRange(options.AbsoluteTimeout))
            mistakes.Add("Session:AbsoluteTimeout must lie between 00:01:00 and 90.00:00:00, such as 1.00:00:00.");
        if (options.AbsoluteTimeout < options.IdleTimeout)
            mistakes.Add("Session:AbsoluteTimeout must not be shorter than Session:IdleTimeout.");
        return mistakes.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes);
    }

    private static bool IsOutOfRange(TimeSpan timeout) => timeout < Shortest || timeout > Longest;
}
