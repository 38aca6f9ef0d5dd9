namespace AvayaCloud.Spaces;

// Paths without their query: searches are people's own words.
internal static partial class Log
{
    [LoggerMessage(3001, LogLevel.Information, "{Method} {Path} came to {Outcome}; trying again in {Pause}.")]
    public static partial void TryingAgain(ILogger logger, HttpMethod method, string? path, string outcome, TimeSpan pause);

    [LoggerMessage(3002, LogLevel.Warning, "The Spaces API keeps failing; it is left alone for {Pause}.")]
    public static partial void LeavingAlone(ILogger logger, TimeSpan pause);

    [LoggerMessage(3101, LogLevel.Warning,
        "This machine's clock is {Difference} {Direction} the Spaces API's. "
        + "Tokens are signed by the API's time from now on; set the clock.")]
    public static partial void ClockIsOff(ILogger logger, TimeSpan difference, string direction);

    [LoggerMessage(3201, LogLevel.Information, "Live events are connected.")]
    public static partial void LiveConnected(ILogger logger);

    [LoggerMessage(3202, LogLevel.Information, "Live events are not connected: {Reason} Trying again in {Pause}.")]
    public static partial void LiveDisconnected(ILogger logger, string reason, TimeSpan pause);
}
