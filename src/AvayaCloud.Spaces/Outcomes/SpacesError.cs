namespace AvayaCloud.Spaces;

/// <summary>Why a call failed.</summary>
/// <param name="RetryAfter">How long the API asks clients to wait, or how long the circuit breaker stays open.</param>
/// <param name="Message">The API's own message, or the reason. For developers and logs: do not show it to users.</param>
/// <param name="IsCircuitOpen">The wait is that of this client's circuit breaker; a call before it ends does not reach the API.</param>
public sealed record SpacesError(SpacesErrorKind Kind, TimeSpan? RetryAfter = null, string? Message = null, bool IsCircuitOpen = false)
{
    /// <summary>The HTTP status of <see cref="SpacesErrorKind.Rejected"/>.</summary>
    public int? Status { get; init; }
    internal static SpacesError NotFound { get; } = new(SpacesErrorKind.NotFound);

    internal static SpacesError Rejected(int status, string? message) =>
        new(SpacesErrorKind.Rejected, Message: message) { Status = status };

    internal static SpacesError Unavailable(string reason) => new(SpacesErrorKind.Unavailable, Message: reason);

    internal static SpacesError InvalidResponse(string reason) => new(SpacesErrorKind.InvalidResponse, Message: reason);
}

public enum SpacesErrorKind
{
    /// <summary>There is no signed-in user, or even the refreshed token was rejected.</summary>
    SignInNeeded,
    Forbidden,
    NotFound,

    /// <summary>400, 409 and every other 4xx without a kind of its own.</summary>
    Rejected,

    /// <summary>Too many calls (429).</summary>
    Limited,

    /// <summary>There was no response, or one that says that the API is down.</summary>
    Unavailable,

    /// <summary>The response breaks the API's contract: invalid or too much JSON, or a link that must not be followed.</summary>
    InvalidResponse,
}
