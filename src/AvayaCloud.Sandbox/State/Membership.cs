namespace AvayaCloud.Sandbox.State;

/// <summary>A space as one of its members sees it.</summary>
internal sealed record Membership(Space Space, Attendee Member)
{
    public string Title { get; } = Space.GetTitleFor(Member.Person);

    /// <summary>A user who is not a member sees the space like a guest, for instance with an invite.</summary>
    public static Membership Create(Space space, Person person) => new(space, space.Find(person) ?? new Attendee(person, Role.Guest));
}
