namespace AvayaCloud.Spaces;

/// <summary>
/// All that a call to the Spaces API can come to. The network and the API never show as an exception; only the
/// caller's own cancellation does. No text in here ever holds a token.
/// </summary>
/// <example><c>outcome switch { SpacesOutcome&lt;User&gt;.Ok(var user) => …, SpacesOutcome&lt;User&gt;.Limited l => …, _ => … }</c></example>
public abstract record SpacesOutcome<T>
{
    private SpacesOutcome()
    {
    }

    /// <summary>What went wrong, in the same form for every kind of answer; null for <see cref="Ok"/>.</summary>
    public abstract SpacesTrouble? Trouble { get; }

    public TResult Match<TResult>(Func<T, TResult> ok, Func<SpacesTrouble, TResult> trouble)
    {
        ArgumentNullException.ThrowIfNull(ok);
        ArgumentNullException.ThrowIfNull(trouble);
        return this is Ok(var value) ? ok(value) : trouble(Trouble!);
    }

    public sealed record Ok(T Value) : SpacesOutcome<T>
    {
        public override SpacesTrouble? Trouble => null;
    }

    /// <summary>Nobody is signed in, or even a renewed token was refused.</summary>
    public sealed record SignInNeeded : SpacesOutcome<T>
    {
        public override SpacesTrouble Trouble => new(SpacesTroubleKind.SignInNeeded);
    }

    /// <param name="Message">What the API said, or null.</param>
    public sealed record Forbidden(string? Message) : SpacesOutcome<T>
    {
        public override SpacesTrouble Trouble => new(SpacesTroubleKind.Forbidden, Message: Message);
    }

    public sealed record NotFound : SpacesOutcome<T>
    {
        public override SpacesTrouble Trouble => new(SpacesTroubleKind.NotFound);
    }

    /// <summary>The API understood and refused: 400, 409 and every other 4xx without a case of its own.</summary>
    public sealed record Rejected(int Status, string? Message) : SpacesOutcome<T>
    {
        public override SpacesTrouble Trouble => new(SpacesTroubleKind.Rejected, Message: Message);
    }

    public sealed record Limited(TimeSpan? RetryAfter) : SpacesOutcome<T>
    {
        public override SpacesTrouble Trouble => new(SpacesTroubleKind.Limited, RetryAfter);
    }

    /// <summary>No answer, or one that says that the API is down.</summary>
    public sealed record Unavailable(string Reason) : SpacesOutcome<T>
    {
        public TimeSpan? RetryAfter { get; init; }

        public override SpacesTrouble Trouble => new(SpacesTroubleKind.Unavailable, RetryAfter, Reason);
    }

    /// <summary>An answer that is not what the API promises: no JSON, cut JSON, too much of it, a strange link.</summary>
    public sealed record BadAnswer(string Reason) : SpacesOutcome<T>
    {
        public override SpacesTrouble Trouble => new(SpacesTroubleKind.BadAnswer, Message: Reason);
    }
}
