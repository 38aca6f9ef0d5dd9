namespace AvayaCloud.Spaces;

/// <summary>The result of a call to the Spaces API. Failures of the network and the API are outcomes, not exceptions; only the caller's own
/// cancellation is an exception. No text in an outcome contains a token.</summary>
/// <example><c>outcome is SpacesOutcome&lt;User&gt;.Ok(var user) ? user.DisplayName : outcome.Error!.Kind.ToString()</c></example>
public abstract record SpacesOutcome<T>
{
    private SpacesOutcome()
    {
    }

    /// <summary>Why the call failed; null for <see cref="Ok"/>.</summary>
    public SpacesError? Error => (this as Failed)?.Reason;

    public static implicit operator SpacesOutcome<T>(SpacesError error) => new Failed(error);

    public TResult Match<TResult>(Func<T, TResult> ok, Func<SpacesError, TResult> error)
    {
        ArgumentNullException.ThrowIfNull(ok);
        ArgumentNullException.ThrowIfNull(error);
        return this is Ok(var value) ? ok(value) : error(Error!);
    }

    /// <summary>Maps the value to another outcome; a failure stays the same.</summary>
    internal SpacesOutcome<TOther> Then<TOther>(Func<T, SpacesOutcome<TOther>> next) => this is Ok(var value) ? next(value) : Error!;

    /// <summary>An invalid response if the value lacks what makes it usable.</summary>
    internal SpacesOutcome<T> Require(Func<T, bool> isUsable, string reason) =>
        this is Ok(var value) && !isUsable(value) ? SpacesError.InvalidResponse(reason) : this;

    public sealed record Ok(T Value) : SpacesOutcome<T>;

    public sealed record Failed(SpacesError Reason) : SpacesOutcome<T>;
}

/// <summary>The value of a call that returns nothing of interest: its response has no known shape, or is empty.</summary>
public sealed record NoContent
{
    internal static readonly NoContent Value = new();

    private NoContent()
    {
    }
}
