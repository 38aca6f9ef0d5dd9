namespace AvayaCloud.Spaces;

/// <summary>A failed call without the type of its answer, so that a page can put it in words.</summary>
/// <param name="RetryAfter">How long the API asked to be left alone, or will be.</param>
/// <param name="Message">For developers and logs: the API's own words or ours, never for people to act upon.</param>
/// <param name="IsCircuitOpen">The pause is this client's own, after many failures: to ask again before it ends costs the API
/// nothing.</param>
public sealed record SpacesError(SpacesErrorKind Kind, TimeSpan? RetryAfter = null, string? Message = null, bool IsCircuitOpen = false);

public enum SpacesErrorKind
{
    SignInNeeded,
    Forbidden,
    NotFound,
    Rejected,
    Limited,
    Unavailable,
    InvalidResponse,
}
