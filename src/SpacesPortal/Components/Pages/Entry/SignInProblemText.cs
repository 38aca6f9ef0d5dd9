namespace SpacesPortal.Components.Pages.Entry;

/// <summary>The text for a failed sign-in, by the cause code that is also in the log.</summary>
internal sealed record SignInProblemText(int Status, string Title, string Text, string Button = "Try again")
{
    public static SignInProblemText Of(string? code) => code switch
    {
        "denied" => new(StatusCodes.Status403Forbidden, "You did not let the portal in",
            "At Avaya, access was declined. That is fine: nothing was shared. Without it, the portal has nothing to show you.",
            "Sign in with Avaya Cloud"),
        "stale" => new(StatusCodes.Status400BadRequest, "That took a little too long",
            "The sign-in was left open for a while and has expired. Starting again takes only a moment."),
        "lost-cookie" => new(StatusCodes.Status400BadRequest, "This browser lost track of the sign-in",
            "It may have been started in another window, or cookies may be blocked here. Start it again from this page."),
        "tampered" => new(StatusCodes.Status400BadRequest, "That response did not match",
            "It did not belong to the sign-in that you started, so the portal did not use it."),
        "provider-down" => new(StatusCodes.Status503ServiceUnavailable, "Avaya can’t be reached",
            "The sign-in service does not answer at the moment. Your account is fine. Please try again shortly."),
        "provider-refused" => new(StatusCodes.Status400BadRequest, "Avaya refused the sign-in",
            "It did not complete it this time. If it happens again, tell the person who runs this portal."),
        "wrong-audience" => new(StatusCodes.Status403Forbidden, "That sign-in was for another app",
            "The answer was issued to a different app, so the portal did not use it."),
        _ => new(StatusCodes.Status400BadRequest, "The sign-in did not work",
            "Something got in the way. Trying again usually helps."),
    };
}
