namespace AvayaCloud.Sandbox.State;

/// <summary>What happened in Spaces, whoever did it and on whichever way: REST and the socket tell the same story from it.</summary>
internal abstract record StateChange(Space Space)
{
    public sealed record SpaceCreated(Space Space) : StateChange(Space);

    /// <summary>Title, settings, archived and back.</summary>
    public sealed record SpaceChanged(Space Space) : StateChange(Space);

    public sealed record SpaceDeleted(Space Space) : StateChange(Space);

    public sealed record MemberJoined(Space Space, Attendee Member) : StateChange(Space);

    public sealed record RoleChanged(Space Space, Attendee Member) : StateChange(Space);

    public sealed record MemberLeft(Space Space, Attendee Member) : StateChange(Space);

    public sealed record MarkedRead(Space Space, Person Reader) : StateChange(Space);

    public sealed record MessageCreated(Space Space, Message Message, object? Origin) : StateChange(Space);

    public sealed record MessageUpdated(Space Space, Message Message) : StateChange(Space);

    public sealed record MessageDeleted(Space Space, Message Message) : StateChange(Space);

    public sealed record MeetingStarted(Space Space, Meeting Meeting) : StateChange(Space);

    public sealed record MeetingChanged(Space Space, Meeting Meeting) : StateChange(Space);

    public sealed record MeetingEnded(Space Space, Meeting Meeting) : StateChange(Space);
}
