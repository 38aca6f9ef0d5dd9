namespace SpacesPortal.Spaces;

internal static partial class Log
{
    // The type alone: exceptions of HTTP clients carry requests, and requests carry tokens.
    [LoggerMessage(1101, LogLevel.Error, "A walk through a person's spaces failed by {Fault}.")]
    public static partial void WalkFailed(ILogger logger, string fault);
}
