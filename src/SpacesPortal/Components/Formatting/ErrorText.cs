namespace SpacesPortal.Components.Formatting;

/// <summary>An error of the Spaces API for the user: what went wrong, and what to do about it.</summary>
internal sealed record ErrorText(string Title, string Text, bool CanRetry = true, bool SignIn = false)
{
    public static ErrorText Of(SpacesError error, string what) => error.Kind switch
    {
        SpacesErrorKind.SignInNeeded => new("Your Avaya session has ended",
            $"Sign in again to see {what}.", CanRetry: false, SignIn: true),
        SpacesErrorKind.Forbidden => new("Avaya does not let this account see this",
            $"Your account has no permission for {what}. Your company admin can grant it.", CanRetry: false),
        SpacesErrorKind.NotFound => new("Not found",
            $"Avaya Spaces could not find {what}. It may have been removed."),
        SpacesErrorKind.Limited => new("Too many requests",
            $"Avaya asks for a pause. Try again in {Seconds(error.RetryAfter)}."),
        // Only with Avaya's own Retry-After (RFC 9110 section 10.2.3): the portal's pause says nothing about Avaya.
        SpacesErrorKind.Unavailable when error is { RetryAfter: not null, IsCircuitOpen: false } => new("Avaya Spaces can’t be reached",
            $"Nothing is lost. It expects to be back in {Seconds(error.RetryAfter)}."),
        SpacesErrorKind.Unavailable => new("Avaya Spaces can’t be reached",
            $"Nothing is lost. Try again in a moment to see {what}."),
        SpacesErrorKind.Rejected => new("Avaya refused this request",
            $"It did not provide {what}. Try again; if the problem persists, tell the person who runs this portal."),
        _ => new("Avaya’s answer could not be read",
            $"It was not what we expected for {what}. Try again in a moment."),
    };

    private static string Seconds(TimeSpan? pause) => (int)Math.Ceiling((pause ?? TimeSpan.FromSeconds(30)).TotalSeconds) switch
    {
        <= 1 => "a second",
        < 120 and var seconds => $"{seconds} seconds",
        var seconds => $"{seconds / 60} minutes",
    };
}
