namespace AvayaCloud.Sandbox.State;

/// <summary>A topic, as the wire calls it [wire 4.8].</summary>
internal sealed record Space
{
    public required string Id { get; init; }
    public required string Title { get; init; }
    public string Description { get; init; } = "";
    public required SpaceKind Kind { get; init; }
    public SpaceStatus Status { get; init; }
    public required Person Creator { get; init; }
    public required IReadOnlyList<Attendee> Attendees { get; init; }
    public required DateTimeOffset Created { get; init; }

    /// <summary>The last activity. Chats of a group do not count [docs D/api/users/users_me_spaces].</summary>
    public required DateTimeOffset Modified { get; init; }
    public string? Picture { get; init; }

    /// <summary>The latest chat of a direct space, which lists contain [docs same].</summary>
    public Message? Latest { get; init; }
    public SpaceSettings Settings { get; init; } = new();

    public Attendee? Find(string personId) => Attendees.FirstOrDefault(it => it.Person.SpacesId == personId);

    public Attendee? Find(Person person) => Find(person.SpacesId);

    /// <summary>For each of its two members, a direct space has the name of the other.</summary>
    public string GetTitleFor(Person person) =>
        Kind == SpaceKind.Direct && person.SpacesId != Creator.SpacesId ? Creator.DisplayName : Title;

    public Space With(Attendee attendee) => this with
    {
        Attendees = Find(attendee.Person) is null
            ? [.. Attendees, attendee]
            : [.. Attendees.Select(it => it.Person.SpacesId == attendee.Person.SpacesId ? attendee : it)],
    };

    public Space Without(string personId) => this with { Attendees = [.. Attendees.Where(it => it.Person.SpacesId != personId)] };
}

internal enum SpaceKind
{
    Group,
    Direct,
    Personal,
}

/// <summary>0 and 1 are documented. The value of a deleted space is a [guess].</summary>
internal enum SpaceStatus
{
    Normal = 0,
    Archived = 1,
    Deleted = 2,
}
