namespace AvayaCloud.Spaces;

/// <summary>Why a call failed.</summary>
/// <param name="RetryAfter">How long the API asks clients to wait, or how long the circuit breaker stays open.</param>
/// <param name="Message">The API's own message, or the reason. For developers and logs: do not show it to users.</param>
/// <param name="IsCircuitOpen">The wait is that of this client's circuit breaker; a call before it ends does not reach the API.</param>
public sealed record SpacesError(SpacesErrorKind Kind, TimeSpan? RetryAfter = null, string? Message = null, bool IsCircuitOpen = false)
{
    /// <summary>The HTTP status of <see cref="SpacesErrorKind.Rejected"/>.</summary>
    public int? Status { get; init; }

    /// <summary>The API's own name of the error, such as <c>space.password.required</c> [guess, wire 4.0]; null without one.</summary>
    public string? Cause { get; init; }

    /// <summary>The space is protected, and the PIN is missing or wrong.</summary>
    public PinState Pin => Cause switch
    {
        "space.password.required" => PinState.Missing,
        "space.password.wrong" => PinState.Wrong,
        _ => PinState.Accepted,
    };

    internal static SpacesError NotFound { get; } = new(SpacesErrorKind.NotFound);

    internal static SpacesError Forbidden(string? cause, string? message) =>
        new(SpacesErrorKind.Forbidden, Message: message) { Cause = cause };

    internal static SpacesError Rejected(int status, string? message, string? cause = null) =>
        new(SpacesErrorKind.Rejected, Message: message) { Status = status, Cause = cause };

    internal static SpacesError Unavailable(string reason) => new(SpacesErrorKind.Unavailable, Message: reason);

    internal static SpacesError InvalidResponse(string reason) => new(SpacesErrorKind.InvalidResponse, Message: reason);
}

/// <summary>What a space says of its PIN. Avaya's Android SDK tells the two apart [wire 4.0].</summary>
public enum PinState
{
    /// <summary>The error has another cause.</summary>
    Accepted,
    Missing,
    Wrong,
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
