namespace SpacesPortal.Components.Pages.Entry;

/// <summary>Why a sign-in did not come to its end, in words that blame nobody; the code is for the operator's log.</summary>
internal sealed record SignInCause(int Status, string Title, string Text, string Button = "Try again")
{
    public static SignInCause Of(string? code) => code switch
    {
        "denied" => new(StatusCodes.Status403Forbidden, "You did not let the portal in",
            "At Avaya, access was declined. That is fine: nothing was shared. Without it, the portal has nothing to show you.",
            "Sign in with Avaya Cloud"),
        "stale" => new(StatusCodes.Status400BadRequest, "That took a little too long",
            "The sign-in was left open for a while and has run out. A fresh one takes a moment."),
        "lost-cookie" => new(StatusCodes.Status400BadRequest, "This browser lost track of the sign-in",
            "It may have been started in another window, or cookies may be blocked here. Start it again from this page."),
        "tampered" => new(StatusCodes.Status400BadRequest, "That answer did not fit",
            "What came back did not belong to the sign-in you had begun, so the portal did not use it."),
        "provider-down" => new(StatusCodes.Status503ServiceUnavailable, "Avaya can’t be reached",
            "The sign-in service does not answer at the moment. Your account is fine. Please try again shortly."),
        "provider-refused" => new(StatusCodes.Status400BadRequest, "Avaya refused the sign-in",
            "It would not complete it this time. If it happens again, tell whoever runs this portal."),
        "wrong-audience" => new(StatusCodes.Status403Forbidden, "That sign-in was for another app",
            "The answer was made for somebody else, so the portal did not use it."),
        _ => new(StatusCodes.Status400BadRequest, "The sign-in did not work",
            "Something got in the way. A fresh try usually helps."),
    };
}
