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

    /// <summary>For a change that the user asked for.</summary>
    /// <param name="error">What happened.</param>
    /// <param name="result">A sentence that says what was not changed.</param>
    public static string OfChange(SpacesError error, string result) => $"{result} {Reason(error)}";

    /// <summary>For a message that was not sent, or perhaps was. The text is still in the form.</summary>
    public static string OfSend(SpacesError error) => error.Kind is SpacesErrorKind.Unavailable or SpacesErrorKind.InvalidResponse
        ? "Avaya did not confirm the message. Your text is still here. Send it again: if it has arrived, it is not sent twice."
        : $"The message was not sent; your text is still here. {Reason(error)}";

    private static string Reason(SpacesError error) => error switch
    {
        { Cause: "space.archived" } => "The space is archived, so nothing in it can be changed.",
        { Cause: "space.last.admin" } => "The space would be left without an admin. Make another member admin first.",
        { Cause: "space.members.only" } => "Only members may join this space.",
        { Pin: not PinState.Accepted } => "The space needs its PIN.",
        { Kind: SpacesErrorKind.SignInNeeded } => "Your Avaya session has ended. Sign in again.",
        { Kind: SpacesErrorKind.Forbidden } => "Your role in this space does not allow it.",
        { Kind: SpacesErrorKind.NotFound } => "It no longer exists.",
        { Kind: SpacesErrorKind.Limited } => $"Avaya is limiting requests. Try again in {Seconds(error.RetryAfter)}.",
        { Kind: SpacesErrorKind.Rejected } => "Avaya did not accept it. Check your input; it may also have been changed elsewhere.",
        _ => "Avaya Spaces can’t be reached. Try again in a moment.",
    };

    private static string Seconds(TimeSpan? pause) => (int)Math.Ceiling((pause ?? TimeSpan.FromSeconds(30)).TotalSeconds) switch
    {
        <= 1 => "a second",
        < 120 and var seconds => $"{seconds} seconds",
        var seconds => $"{seconds / 60} minutes",
    };
}
