namespace AvayaCloud.Sandbox.Live;

/// <summary>The events that tell clients of a change [wire 5.3].</summary>
internal static class ChangeEvents
{
    public const string Message = "MESSAGE_SENT";
    public const string Media = "MEDIA_SESSION_RESPONSE";

    /// <summary>Null for a change without an event.</summary>
    public static (string Name, JsonObject Payload)? Create(StateChange change, SandboxState state, PublicAddress address) => change switch
    {
        StateChange.MessageCreated it => (Message, MessageJson.Create(it.Message, it.Space, state, address)),
        StateChange.MessageUpdated it => (Message, MessageJson.Create(it.Message, it.Space, state, address)),
        StateChange.MessageDeleted it => (Message, CreateDeleted(it, state, address)),
        StateChange.SpaceChanged it => (Message, CreateTopic(it.Space, "topic.updated", address)),
        StateChange.SpaceDeleted it => (Message, CreateTopic(it.Space, "topic.deleted", address)),
        StateChange.MeetingStarted it => (Media, CreateMeeting(it.Meeting, "app.event.meeting.started", address)),
        StateChange.MeetingChanged it => (Media, CreateMeeting(it.Meeting, "app.event.attendee.added", address)),
        StateChange.MeetingEnded it => (Media, CreateMeeting(it.Meeting, "app.event.meeting.ended", address)),
        _ => null,
    };

    // The docs name the event but not its payload [guess]: the message, with a category like that of topic.updated.
    private static JsonObject CreateDeleted(StateChange.MessageDeleted change, SandboxState state, PublicAddress address)
    {
        var json = MessageJson.Create(change.Message, change.Space, state, address);
        json["category"] = MessageJson.Category(change.Message.Category) + ".deleted";
        return json;
    }

    private static JsonObject CreateTopic(Space space, string category, PublicAddress address) => new()
    {
        ["_id"] = space.Id,
        ["category"] = category,
        ["topicId"] = space.Id,
        ["topicTitle"] = space.Title,
        ["topicType"] = SpaceJson.Type(space.Kind),
        ["sender"] = MessageJson.Sender(space.Creator, address),
        ["content"] = new JsonObject { ["title"] = space.Title, ["description"] = space.Description, ["status"] = (int)space.Status },
        ["created"] = Json.Time(space.Created),
        ["modified"] = Json.Time(space.Modified),
    };

    private static JsonObject CreateMeeting(Meeting meeting, string category, PublicAddress address) => new()
    {
        ["_id"] = meeting.Id,
        ["messageId"] = meeting.Id,
        ["topicId"] = meeting.SpaceId,
        ["category"] = category,
        ["sender"] = new JsonObject { ["_id"] = "spaceserver", ["type"] = "spaceserver" },
        ["content"] = new JsonObject
        {
            ["startTime"] = Json.Time(meeting.Started),
            ["endTime"] = meeting.Ended is { } end ? Json.Time(end) : null,
            ["mediaMode"] = "mpaas",
            ["meetingStatus"] = meeting.Ended is null ? "started" : "ended",
            ["attendees"] = Json.List(meeting.Attendees, it => MessageJson.Sender(it.Person, address)),
            ["recordings"] = Json.List(meeting.Recordings, it => new JsonObject { ["_id"] = it.Id }),
        },
        ["modified"] = Json.Time(meeting.Ended ?? meeting.Started),
    };
}
