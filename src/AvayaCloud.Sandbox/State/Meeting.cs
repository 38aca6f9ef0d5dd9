namespace AvayaCloud.Sandbox.State;

/// <summary>A meeting in a space; under way until it has an end [wire 4.5].</summary>
internal sealed record Meeting
{
    public required string Id { get; init; }

    public required string SpaceId { get; init; }

    public required DateTimeOffset Started { get; init; }

    public DateTimeOffset? Ended { get; init; }

    public IReadOnlyList<(Person Person, DateTimeOffset Joined)> Attendees { get; init; } = [];

    public IReadOnlyList<Recording> Recordings { get; init; } = [];

    /// <summary>Spaces ids of those who asked to speak.</summary>
    public IReadOnlyList<string> RaisedHands { get; init; } = [];
}

internal sealed record Recording(string Id, DateTimeOffset Started)
{
    public DateTimeOffset? Stopped { get; init; }
}
