namespace AvayaCloud.Sandbox.Spaces;

/// <summary>Meetings of a space, and what their hosts and attendees do [wire 4.5].</summary>
internal static class MeetingEndpoints
{
    public static void Map(ApiRoutes api)
    {
        api.Get("/spaces/{spaceId}/meetings", List);
        api.Get("/spaces/{spaceId}/activemeeting", GetActive);
        api.Get("/mediasessions/mpaas/token/{spaceId}", CreateSession);
        Update("end", Permission.Contribute, (call, meeting) => meeting with { Ended = call.State.Clock.Next() });
        Update("muteall", Permission.Contribute, (_, meeting) => meeting);
        Update("recordings", Permission.Contribute, StartRecording);
        Update("recordings/{recordingId}/stop", Permission.Contribute, StopRecording);
        Update("attendees/raisedhands", Permission.Chat, (call, meeting) => meeting.RaiseHand(call.Person.SpacesId));
        Update(
            "attendees/raisedhands/lower", Permission.Chat,
            (call, meeting) => meeting.LowerHand(call.Body.GetString("_id") ?? call.Person.SpacesId));
        Update(
            "attendees/raisedhands/accept", Permission.Contribute,
            (call, meeting) => meeting.LowerHand(call.Body.GetString("_id") ?? ""));
        Update("attendees/{type}/{attendee}/mediastate", Permission.Contribute, (_, meeting) => meeting);
        Update("attendees/{type}/{attendee}/operation", Permission.Contribute, (_, meeting) => meeting);

        // A null update stands for something that is not there.
        void Update(string path, Permission permission, Func<ApiCall, Meeting, Meeting?> update) =>
            api.Post($"/spaces/{{spaceId}}/meetings/{{meetingId}}/{path}", call => call.InSpace(permission, (space, _) =>
                FindActive(call, space) is { } meeting && update(call, meeting) is { } changed
                    ? Json.Result(MeetingJson.Create(call.State.Meetings.Update(space, changed)))
                    : ApiError.NotFound));
    }

    private static IResult List(ApiCall call) => call.InSpace(Permission.Read, (space, _) =>
        NumberedPages.Create(call, call.State.Meetings.GetAll(space), 30, MeetingJson.Create));

    private static IResult GetActive(ApiCall call) => call.InSpace(Permission.Read, (space, _) =>
        call.State.Meetings.FindActive(space) is { } active ? Json.Result(MeetingJson.Create(active)) : ApiError.NotFound);

    /// <summary>A request for a media session joins the meeting, and starts it when there is none [guess from repo LT
    /// k6/src/join.js].</summary>
    private static IResult CreateSession(ApiCall call) => call.InSpace(Permission.Chat, (space, _) =>
    {
        if (space.Kind == SpaceKind.Direct)
            return Permissions.IsDirect;
        var meeting = call.State.Meetings.Join(space, call.Person);
        return Json.Result(new JsonObject
        {
            ["sessionId"] = Derived.Hex(0, meeting.Id + call.Person.SpacesId, 32),
            ["token"] = Derived.Hex(1, meeting.Id + call.Person.SpacesId, 40),
            ["confId"] = "9" + space.Id[..8],
        });
    });

    private static Meeting? FindActive(ApiCall call, Space space) =>
        call.State.Meetings.FindActive(space) is { } active && active.Id == call.Route("meetingId") ? active : null;

    private static Meeting StartRecording(ApiCall call, Meeting meeting) =>
        meeting with { Recordings = [.. meeting.Recordings, call.State.Meetings.CreateRecording()] };

    private static Meeting? StopRecording(ApiCall call, Meeting meeting)
    {
        var recording = meeting.Recordings.FirstOrDefault(it => it.Id == call.Route("recordingId") && it.Stopped is null);
        if (recording is null)
            return null;
        var stopped = recording with { Stopped = call.State.Clock.Next() };
        return meeting with { Recordings = [.. meeting.Recordings.Select(it => it == recording ? stopped : it)] };
    }
}
