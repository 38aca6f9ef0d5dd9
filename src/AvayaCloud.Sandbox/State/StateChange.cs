namespace AvayaCloud.Sandbox.State;

/// <summary>A change that the socket tells its clients, whether it was made through the API or the socket.</summary>
internal abstract record StateChange(Space Space)
{
    /// <summary>Title or settings changed, archived or unarchived.</summary>
    public sealed record SpaceChanged(Space Space) : StateChange(Space);

    public sealed record SpaceDeleted(Space Space) : StateChange(Space);

    public sealed record MemberLeft(Space Space, Attendee Member) : StateChange(Space);

    public sealed record MessageCreated(Space Space, Message Message, object? Origin) : StateChange(Space);

    public sealed record MessageUpdated(Space Space, Message Message) : StateChange(Space);

    public sealed record MessageDeleted(Space Space, Message Message) : StateChange(Space);

    public sealed record MeetingStarted(Space Space, Meeting Meeting) : StateChange(Space);

    public sealed record MeetingChanged(Space Space, Meeting Meeting) : StateChange(Space);

    public sealed record MeetingEnded(Space Space, Meeting Meeting) : StateChange(Space);
}
