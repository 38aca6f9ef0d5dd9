namespace AvayaCloud.Spaces;

/// <summary>The result of a call to the Spaces API. Failures of the network and the API are outcomes, not exceptions; only the caller's own
/// cancellation is an exception. No text in an outcome contains a token.</summary>
/// <example>
/// <c>outcome switch { SpacesOutcome&lt;User&gt;.Ok(var user) => …, SpacesOutcome&lt;User&gt;.Limited => …, _ => … }</c>
/// </example>
public abstract record SpacesOutcome<T>
{
    private SpacesOutcome()
    {
    }

    /// <summary>The failure in the same form for every type of value; null for <see cref="Ok"/>.</summary>
    public SpacesError? Error => this switch
    {
        Ok => null,
        SignInNeeded => new SpacesError(SpacesErrorKind.SignInNeeded),
        Forbidden forbidden => new SpacesError(SpacesErrorKind.Forbidden, Message: forbidden.Message),
        NotFound => new SpacesError(SpacesErrorKind.NotFound),
        Rejected rejected => new SpacesError(SpacesErrorKind.Rejected, Message: rejected.Message),
        Limited limited => new SpacesError(SpacesErrorKind.Limited, limited.RetryAfter),
        Unavailable down => new SpacesError(SpacesErrorKind.Unavailable, down.RetryAfter, down.Reason, down.IsCircuitOpen),
        InvalidResponse invalid => new SpacesError(SpacesErrorKind.InvalidResponse, Message: invalid.Reason),
        _ => throw new InvalidOperationException("The hierarchy is closed."),
    };

    public TResult Match<TResult>(Func<T, TResult> ok, Func<SpacesError, TResult> error)
    {
        ArgumentNullException.ThrowIfNull(ok);
        ArgumentNullException.ThrowIfNull(error);
        return this is Ok(var value) ? ok(value) : error(Error!);
    }

    /// <summary>Maps the value to another outcome; a failure stays the same.</summary>
    internal SpacesOutcome<TOther> Then<TOther>(Func<T, SpacesOutcome<TOther>> next) =>
        this is Ok(var value) ? next(value) : AsFailure<TOther>();

    /// <summary>The same failure for another type of value.</summary>
    internal SpacesOutcome<TOther> AsFailure<TOther>() => this switch
    {
        SignInNeeded => new SpacesOutcome<TOther>.SignInNeeded(),
        Forbidden(var message) => new SpacesOutcome<TOther>.Forbidden(message),
        NotFound => new SpacesOutcome<TOther>.NotFound(),
        Rejected(var status, var message) => new SpacesOutcome<TOther>.Rejected(status, message),
        Limited(var retryAfter) => new SpacesOutcome<TOther>.Limited(retryAfter),
        Unavailable down =>
            new SpacesOutcome<TOther>.Unavailable(down.Reason) { RetryAfter = down.RetryAfter, IsCircuitOpen = down.IsCircuitOpen },
        InvalidResponse(var reason) => new SpacesOutcome<TOther>.InvalidResponse(reason),
        _ => throw new InvalidOperationException("This outcome is not a failure."),
    };

    /// <summary>An invalid response if the value lacks what makes it usable.</summary>
    internal SpacesOutcome<T> Require(Func<T, bool> isUsable, string reason) =>
        this is Ok(var value) && !isUsable(value) ? new InvalidResponse(reason) : this;

    public sealed record Ok(T Value) : SpacesOutcome<T>;

    /// <summary>There is no signed-in user, or even the refreshed token was rejected.</summary>
    public sealed record SignInNeeded : SpacesOutcome<T>;

    /// <param name="Message">The API's own message, or null.</param>
    public sealed record Forbidden(string? Message) : SpacesOutcome<T>;

    public sealed record NotFound : SpacesOutcome<T>;

    /// <summary>400, 409 and every other 4xx without a case of its own.</summary>
    public sealed record Rejected(int Status, string? Message) : SpacesOutcome<T>;

    public sealed record Limited(TimeSpan? RetryAfter) : SpacesOutcome<T>;

    /// <summary>There was no response, or one that says that the API is down.</summary>
    public sealed record Unavailable(string Reason) : SpacesOutcome<T>
    {
        public TimeSpan? RetryAfter { get; init; }

        /// <summary>No call was made, because this client's circuit breaker is open after many failures.</summary>
        public bool IsCircuitOpen { get; init; }
    }

    /// <summary>The response breaks the API's contract: invalid or too much JSON, or a link that must not be followed.</summary>
    public sealed record InvalidResponse(string Reason) : SpacesOutcome<T>;
}

/// <summary>The value of a call that returns nothing of interest: its response has no known shape, or is empty.</summary>
public sealed record NoContent
{
    internal static readonly NoContent Value = new();

    private NoContent()
    {
    }
}
