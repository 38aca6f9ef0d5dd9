namespace SpacesPortal.Sessions;

/// <summary>A renewal's outcome in the terms of the Spaces client.</summary>
internal static class Renewal
{
    /// <summary>
    /// Null when the session is over. A provider in trouble is a passing reason, which that client's contract wants as an exception.
    /// </summary>
    public static string? TokenOf(RefreshOutcome outcome) => outcome switch
    {
        RefreshOutcome.Renewed renewed => renewed.Access.Reveal(),
        RefreshOutcome.Unavailable(var reason, _) => throw new HttpRequestException($"The tokens could not be renewed: {reason}."),
        RefreshOutcome.RefreshTokenInCookieOnly =>
            throw new HttpRequestException("The tokens could not be renewed: no page of the session is open."),
        _ => null,
    };
}
