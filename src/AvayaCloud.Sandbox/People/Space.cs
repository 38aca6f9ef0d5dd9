namespace AvayaCloud.Sandbox.People;

/// <summary>A topic, as the wire calls it [wire 4.8], with what one person's list says about it.</summary>
internal sealed record Space
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    public string Description { get; init; } = "";

    public required SpaceKind Kind { get; init; }

    public SpaceStatus Status { get; init; }

    public required IReadOnlyList<Attendee> Attendees { get; init; }

    public required DateTimeOffset Created { get; init; }

    public required DateTimeOffset Modified { get; init; }

    public string? Picture { get; init; }

    /// <summary>The latest message of a direct space.</summary>
    public string? LatestChat { get; init; }

    public bool IsPinned { get; init; }

    public bool IsUnread { get; init; }

    public Person Creator => Attendees[0].Person;

    public string RoleOf(Person person) => Attendees.FirstOrDefault(it => it.Person.SpacesId == person.SpacesId)?.Role ?? "guest";
}

internal sealed record Attendee(Person Person, string Role);

internal enum SpaceKind
{
    Group,
    Direct,
    Personal,
}

/// <summary>0 and 1 are on record; what a deleted one shows under <c>includedeleted</c> is not [guess].</summary>
internal enum SpaceStatus
{
    Normal = 0,
    Archived = 1,
    Deleted = 2,
}
