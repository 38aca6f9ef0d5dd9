namespace AvayaCloud.Spaces;

/// <summary>
/// All that a call to the Spaces API can come to. The network and the API never show as an exception; only the
/// caller's own cancellation does. No text in here ever holds a token.
/// </summary>
/// <example><c>outcome switch { SpacesOutcome&lt;User&gt;.Ok(var user) => …, SpacesOutcome&lt;User&gt;.Limited l => …, _ => …
/// }</c></example>
public abstract record SpacesOutcome<T>
{
    private SpacesOutcome()
    {
    }

    /// <summary>What went wrong, in the same form for every kind of answer; null for <see cref="Ok"/>.</summary>
    public SpacesTrouble? Trouble => this switch
    {
        Ok => null,
        SignInNeeded => new SpacesTrouble(SpacesTroubleKind.SignInNeeded),
        Forbidden forbidden => new SpacesTrouble(SpacesTroubleKind.Forbidden, Message: forbidden.Message),
        NotFound => new SpacesTrouble(SpacesTroubleKind.NotFound),
        Rejected rejected => new SpacesTrouble(SpacesTroubleKind.Rejected, Message: rejected.Message),
        Limited limited => new SpacesTrouble(SpacesTroubleKind.Limited, limited.RetryAfter),
        Unavailable down => new SpacesTrouble(SpacesTroubleKind.Unavailable, down.RetryAfter, down.Reason, down.IsLeftAlone),
        BadAnswer bad => new SpacesTrouble(SpacesTroubleKind.BadAnswer, Message: bad.Reason),
        _ => throw new InvalidOperationException("The hierarchy is closed."),
    };

    public TResult Match<TResult>(Func<T, TResult> ok, Func<SpacesTrouble, TResult> trouble)
    {
        ArgumentNullException.ThrowIfNull(ok);
        ArgumentNullException.ThrowIfNull(trouble);
        return this is Ok(var value) ? ok(value) : trouble(Trouble!);
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
            new SpacesOutcome<TOther>.Unavailable(down.Reason) { RetryAfter = down.RetryAfter, IsLeftAlone = down.IsLeftAlone },
        BadAnswer(var reason) => new SpacesOutcome<TOther>.BadAnswer(reason),
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

        /// <summary>
        /// It was not asked: after many failures this client leaves it alone for a while. The pause is ours, and no word of the API.
        /// </summary>
        public bool IsLeftAlone { get; init; }
    }

    /// <summary>An answer that is not what the API promises: no JSON, cut JSON, too much of it, a strange link.</summary>
    public sealed record BadAnswer(string Reason) : SpacesOutcome<T>;
}
