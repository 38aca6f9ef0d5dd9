namespace AvayaCloud.Sandbox.State;

/// <summary>A space as one of its people sees it.</summary>
internal sealed record MySpace(Space Space, Attendee Own)
{
    public string Title { get; } = Space.TitleFor(Own.Person);

    /// <summary>For somebody who looks in without being in it, as who holds an invite may.</summary>
    public static MySpace Of(Space space, Person person) => new(space, space.Find(person) ?? new Attendee(person, Role.Guest));
}
