namespace AvayaCloud.Spaces;

// Paths are logged without their query, because a search is the user's own text.
internal static partial class Log
{
    [LoggerMessage(3001, LogLevel.Information, "{Method} {Path} failed ({Outcome}). Retrying in {Delay}.")]
    public static partial void Retrying(ILogger logger, HttpMethod method, string? path, string outcome, TimeSpan delay);

    [LoggerMessage(3002, LogLevel.Warning, "The Spaces API keeps failing. No calls are made for {Duration}.")]
    public static partial void CircuitOpened(ILogger logger, TimeSpan duration);

    [LoggerMessage(3101, LogLevel.Warning,
        "The clock of this machine is {Difference} {Direction} the Spaces API's. "
        + "Tokens are dated by the API's clock from now on. Set the clock.")]
    public static partial void ClockIsOff(ILogger logger, TimeSpan difference, string direction);

    [LoggerMessage(3201, LogLevel.Information, "Live events are connected.")]
    public static partial void LiveConnected(ILogger logger);

    [LoggerMessage(3202, LogLevel.Information, "Live events are not connected: {Reason} Retrying in {Delay}.")]
    public static partial void LiveDisconnected(ILogger logger, string reason, TimeSpan delay);
}
