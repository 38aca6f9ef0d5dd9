namespace AvayaCloud.Sandbox.State;

/// <summary>A meeting in a space, active until it has an end [wire 4.5].</summary>
internal sealed record Meeting
{
    public required string Id { get; init; }
    public required string SpaceId { get; init; }
    public required DateTimeOffset Started { get; init; }
    public DateTimeOffset? Ended { get; init; }
    public IReadOnlyList<(Person Person, DateTimeOffset Joined)> Attendees { get; init; } = [];
    public IReadOnlyList<Recording> Recordings { get; init; } = [];

    /// <summary>Ids of the users who raised their hands.</summary>
    public IReadOnlyList<string> RaisedHands { get; init; } = [];

    public Meeting RaiseHand(string personId) => this with { RaisedHands = [.. LowerHand(personId).RaisedHands, personId] };

    public Meeting LowerHand(string personId) => this with { RaisedHands = [.. RaisedHands.Where(it => it != personId)] };
}

internal sealed record Recording(string Id, DateTimeOffset Started)
{
    public DateTimeOffset? Stopped { get; init; }
}
