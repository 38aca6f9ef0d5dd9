using Microsoft.Extensions.Logging;

namespace AvayaCloud.Spaces;

// Paths without their query: searches are people's own words.
internal static partial class Log
{
    [LoggerMessage(3001, LogLevel.Information, "{Method} {Path} came to {Outcome}; trying again in {Pause}.")]
    public static partial void TryingAgain(ILogger logger, HttpMethod method, string? path, string outcome, TimeSpan pause);

    [LoggerMessage(3002, LogLevel.Warning, "The Spaces API keeps failing; it is left alone for {Pause}.")]
    public static partial void LeavingAlone(ILogger logger, TimeSpan pause);
}
