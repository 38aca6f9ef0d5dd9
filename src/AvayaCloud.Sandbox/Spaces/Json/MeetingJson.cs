namespace AvayaCloud.Sandbox.Spaces;

/// <summary>A meeting [repo SDK]. The media session events of the socket contain the same object [docs
/// A/api/socket/media_session_response].</summary>
internal static class MeetingJson
{
    public static JsonObject Create(Meeting meeting) => new()
    {
        ["_id"] = meeting.Id,
        ["topicId"] = meeting.SpaceId,
        ["content"] = new JsonObject
        {
            ["startTime"] = Json.Time(meeting.Started),
            ["endTime"] = meeting.Ended is { } ended ? Json.Time(ended) : null,
            ["meetingStatus"] = meeting.Ended is null ? "active" : "ended",
            ["attendees"] = Json.List(meeting.Attendees, it => new JsonObject
            {
                ["attendee"] = it.Person.SpacesId,
                ["attendeeType"] = UserJson.AttendeeType(it.Person),
                ["displayname"] = it.Person.DisplayName,
                ["username"] = it.Person.Username,
                ["joinTime"] = Json.Time(it.Joined),
            }),
            ["recordings"] = Json.List(meeting.Recordings, it => new JsonObject
            {
                ["_id"] = it.Id,
                ["startTime"] = Json.Time(it.Started),
                ["endTime"] = it.Stopped is { } stopped ? Json.Time(stopped) : null,
            }),
            ["raisedhands"] = Json.List(meeting.RaisedHands, it => it),
        },
        ["created"] = Json.Time(meeting.Started),
        ["modified"] = Json.Time(meeting.Ended ?? meeting.Started),
    };
}
