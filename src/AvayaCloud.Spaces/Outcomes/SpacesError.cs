namespace AvayaCloud.Spaces;

/// <summary>A failed call without the type of its value, so that any page can show it.</summary>
/// <param name="RetryAfter">How long the API asks clients to wait, or how long the circuit breaker stays open.</param>
/// <param name="Message">For developers and logs. Do not show it to users.</param>
/// <param name="IsCircuitOpen">The wait is that of this client's circuit breaker; a call before it ends does not reach the API.</param>
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
