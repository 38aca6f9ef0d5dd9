namespace AvayaCloud.Sandbox.Live;

/// <summary>What a change of the state looks like on the socket [wire 5.3].</summary>
internal static class ChangeEvents
{
    public const string Message = "MESSAGE_SENT";
    public const string Media = "MEDIA_SESSION_RESPONSE";

    public static (string Name, JsonObject Payload)? Of(StateChange change, SandboxState state, PublicAddress address) => change switch
    {
        StateChange.MessageCreated it => (Message, MessageJson.Of(it.Message, it.Space, state, address)),
        StateChange.MessageUpdated it => (Message, MessageJson.Of(it.Message, it.Space, state, address)),
        StateChange.MessageDeleted it => (Message, Deleted(it, state, address)),
        StateChange.SpaceChanged it => (Message, Topic(it.Space, "topic.updated", address)),
        StateChange.SpaceDeleted it => (Message, Topic(it.Space, "topic.deleted", address)),
        StateChange.MeetingStarted it => (Media, Meeting(it.Meeting, "app.event.meeting.started", address)),
        StateChange.MeetingChanged it => (Media, Meeting(it.Meeting, "app.event.attendee.added", address)),
        StateChange.MeetingEnded it => (Media, Meeting(it.Meeting, "app.event.meeting.ended", address)),
        _ => null,
    };

    // The docs say that a deletion is told, not how [guess]: the message with its category in the past tense, as topic.updated has it.
    private static JsonObject Deleted(StateChange.MessageDeleted change, SandboxState state, PublicAddress address)
    {
        var json = MessageJson.Of(change.Message, change.Space, state, address);
        json["category"] = MessageJson.Category(change.Message.Category) + ".deleted";
        return json;
    }

    private static JsonObject Topic(Space space, string category, PublicAddress address) => new()
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

    private static JsonObject Meeting(Meeting meeting, string category, PublicAddress address) => new()
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
