namespace AvayaCloud.Spaces;

/// <summary>All that a call to the Spaces API can come to. The network and the API never show as an exception; only the caller's own
/// cancellation does. No text in here ever holds a token.</summary>
/// <example><c>outcome switch { SpacesOutcome&lt;User&gt;.Ok(var user) => …, SpacesOutcome&lt;User&gt;.Limited l => …, _ => …
/// }</c></example>
public abstract record SpacesOutcome<T>
{
    private SpacesOutcome()
    {
    }

    /// <summary>What went wrong, in the same form for every kind of answer; null for <see cref="Ok"/>.</summary>
    public SpacesError? Error => this switch
    {
        Ok => null,
        SignInNeeded => new SpacesError(SpacesErrorKind.SignInNeeded),
        Forbidden forbidden => new SpacesError(SpacesErrorKind.Forbidden, Message: forbidden.Message),
        NotFound => new SpacesError(SpacesErrorKind.NotFound),
        Rejected rejected => new SpacesError(SpacesErrorKind.Rejected, Message: rejected.Message),
        Limited limited => new SpacesError(SpacesErrorKind.Limited, limited.RetryAfter),
        Unavailable down => new SpacesError(SpacesErrorKind.Unavailable, down.RetryAfter, down.Reason, down.IsCircuitOpen),
        InvalidResponse bad => new SpacesError(SpacesErrorKind.InvalidResponse, Message: bad.Reason),
        _ => throw new InvalidOperationException("The hierarchy is closed."),
    };

    public TResult Match<TResult>(Func<T, TResult> ok, Func<SpacesError, TResult> error)
    {
        ArgumentNullException.ThrowIfNull(ok);
        ArgumentNullException.ThrowIfNull(error);
        return this is Ok(var value) ? ok(value) : error(Error!);
    }

    /// <summary>The outcome of what is made of the value; failures stay what they are.</summary>
    internal SpacesOutcome<TOther> Then<TOther>(Func<T, SpacesOutcome<TOther>> next) => this switch
    {
        Ok(var value) => next(value),
        SignInNeeded => new SpacesOutcome<TOther>.SignInNeeded(),
        Forbidden(var message) => new SpacesOutcome<TOther>.Forbidden(message),
        NotFound => new SpacesOutcome<TOther>.NotFound(),
        Rejected(var status, var message) => new SpacesOutcome<TOther>.Rejected(status, message),
        Limited(var wait) => new SpacesOutcome<TOther>.Limited(wait),
        Unavailable down =>
            new SpacesOutcome<TOther>.Unavailable(down.Reason) { RetryAfter = down.RetryAfter, IsCircuitOpen = down.IsCircuitOpen },
        InvalidResponse(var reason) => new SpacesOutcome<TOther>.InvalidResponse(reason),
        _ => throw new InvalidOperationException("The hierarchy is closed."),
    };

    public sealed record Ok(T Value) : SpacesOutcome<T>;

    /// <summary>Nobody is signed in, or even a renewed token was refused.</summary>
    public sealed record SignInNeeded : SpacesOutcome<T>;

    /// <param name="Message">What the API said, or null.</param>
    public sealed record Forbidden(string? Message) : SpacesOutcome<T>;

    public sealed record NotFound : SpacesOutcome<T>;

    /// <summary>The API understood and refused: 400, 409 and every other 4xx without a case of its own.</summary>
    public sealed record Rejected(int Status, string? Message) : SpacesOutcome<T>;

    public sealed record Limited(TimeSpan? RetryAfter) : SpacesOutcome<T>;

    /// <summary>No answer, or one that says that the API is down.</summary>
    public sealed record Unavailable(string Reason) : SpacesOutcome<T>
    {
        public TimeSpan? RetryAfter { get; init; }

        /// <summary>It was not asked: after many failures this client leaves it alone for a while. The pause is ours, and no word of the
        /// API.</summary>
        public bool IsCircuitOpen { get; init; }
    }

    /// <summary>An answer that is not what the API promises: no JSON, cut JSON, too much of it, a strange link.</summary>
    public sealed record InvalidResponse(string Reason) : SpacesOutcome<T>;
}

/// <summary>It was done, and there is no more to say: the answers to such calls have no known shape, or are empty.</summary>
public sealed record NoContent
{
    internal static readonly NoContent Value = new();

    private NoContent()
    {
    }
}
