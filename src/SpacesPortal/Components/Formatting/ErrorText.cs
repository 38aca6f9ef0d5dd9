namespace SpacesPortal.Components.Formatting;

/// <summary>What went wrong and what to do about it, one sentence each.</summary>
internal sealed record ErrorText(string Title, string Text, bool CanRetry = true, bool SignIn = false)
{
    public static ErrorText Of(SpacesError trouble, string what) => trouble.Kind switch
    {
        SpacesErrorKind.SignInNeeded => new("Your Avaya session has ended",
            $"Sign in again to see {what}.", CanRetry: false, SignIn: true),
        SpacesErrorKind.Forbidden => new("Avaya does not let this account see this",
            $"Your account has no permission for {what}. Your company admin can give it.", CanRetry: false),
        SpacesErrorKind.NotFound => new("Not there",
            $"Avaya Spaces does not know {what}. It may have been removed."),
        SpacesErrorKind.Limited => new("Too many requests",
            $"Avaya asks for a pause. Try again in {Seconds(trouble.RetryAfter)}."),
        // Only where Avaya said so itself (RFC 9110 section 10.2.3): a pause of the portal's own tells nothing about Avaya.
        SpacesErrorKind.Unavailable when trouble is { RetryAfter: not null, IsCircuitOpen: false } => new("Avaya Spaces can’t be reached",
            $"Nothing is lost. It expects to be back in {Seconds(trouble.RetryAfter)}."),
        SpacesErrorKind.Unavailable => new("Avaya Spaces can’t be reached",
            $"Nothing is lost. Try again in a moment to see {what}."),
        SpacesErrorKind.Rejected => new("Avaya refused this request",
            $"It would not give {what} as asked. Try again; if it stays so, tell us."),
        _ => new("Avaya’s answer could not be read",
            $"It was not what we expect for {what}. Try again in a moment."),
    };

    private static string Seconds(TimeSpan? pause) => (int)Math.Ceiling((pause ?? TimeSpan.FromSeconds(30)).TotalSeconds) switch
    {
        <= 1 => "a second",
        < 120 and var seconds => $"{seconds} seconds",
        var seconds => $"{seconds / 60} minutes",
    };
}
