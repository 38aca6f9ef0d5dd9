namespace AvayaCloud.Sandbox.Spaces;

/// <summary>Meetings of a space, and what their hosts do in them [wire 4.5].</summary>
internal static class MeetingEndpoints
{
    private const string One = "/spaces/{spaceId}/meetings/{meetingId}";

    public static void Map(ApiRoutes api)
    {
        api.Get(
            "/spaces/{spaceId}/meetings",
            call => call.In(Right.Read, (space, _) => PagesByNumber.Of(call, call.State.Meetings.Of(space), 30, MeetingJson.Of)));
        api.Get("/spaces/{spaceId}/activemeeting", call => call.In(Right.Read, (space, _) =>
            call.State.Meetings.Active(space) is { } active ? ApiAnswer.Ok(MeetingJson.Of(active)) : ApiAnswer.NotFound));
        // Asking for a session is what joins, and begins, a meeting [guess from repo LT k6/src/join.js].
        api.Get("/mediasessions/mpaas/token/{spaceId}", call => call.In(Right.Chat, (space, _) => Session(call, space)));
        api.Post(One + "/end", call => On(call, Right.Contribute, (space, meeting) => call.State.Meetings.End(space, meeting.Id)));
        api.Post(
            One + "/muteall",
            call => On(call, Right.Contribute, (space, meeting) => call.State.Meetings.Change(space, meeting.Id, it => it)));
        api.Post(One + "/recordings", call => On(call, Right.Contribute, (space, meeting) =>
            call.State.Meetings.Change(
                space, meeting.Id, it => it with { Recordings = [.. it.Recordings, call.State.Meetings.NewRecording()] })));
        api.Post(
            One + "/recordings/{recordingId}/stop", call => On(call, Right.Contribute, (space, meeting) => Stop(call, space, meeting)));
        api.Post(
            One + "/attendees/raisedhands",
            call => On(call, Right.Chat, (space, meeting) => Hands(call, space, meeting, raised: true, call.Person.SpacesId)));
        api.Post(
            One + "/attendees/raisedhands/lower",
            call =>
                On(
                    call, Right.Chat,
                    (space, meeting) => Hands(call, space, meeting, raised: false, call.Body.Text("_id") ?? call.Person.SpacesId)));
        api.Post(
            One + "/attendees/raisedhands/accept",
            call =>
                On(call, Right.Contribute, (space, meeting) => Hands(call, space, meeting, raised: false, call.Body.Text("_id") ?? "")));
        api.Post(
            One + "/attendees/{type}/{attendee}/mediastate",
            call => On(call, Right.Contribute, (space, meeting) => call.State.Meetings.Change(space, meeting.Id, it => it)));
        api.Post(
            One + "/attendees/{type}/{attendee}/operation",
            call => On(call, Right.Contribute, (space, meeting) => call.State.Meetings.Change(space, meeting.Id, it => it)));
    }

    private static ApiAnswer Session(ApiCall call, Space space)
    {
        if (space.Kind == SpaceKind.Direct)
            return ApiAnswer.Forbidden("A direct space has chats only.", "space.direct");
        var meeting = call.State.Meetings.Join(space, call.Person);
        return ApiAnswer.Ok(new JsonObject
        {
            ["sessionId"] = Derived.Hex(0, meeting.Id + call.Person.SpacesId, 32),
            ["token"] = Derived.Hex(1, meeting.Id + call.Person.SpacesId, 40),
            ["confId"] = "9" + space.Id[..8],
        });
    }

    private static ApiAnswer On(ApiCall call, Right right, Func<Space, Meeting, Meeting?> act) => call.In(right, (space, _) =>
        call.State.Meetings.Active(space) is { } meeting && meeting.Id == call.Route("meetingId") && act(space, meeting) is { } changed
            ? ApiAnswer.Ok(MeetingJson.Of(changed))
            : ApiAnswer.NotFound);

    private static Meeting? Stop(ApiCall call, Space space, Meeting meeting)
    {
        var id = call.Route("recordingId");
        return meeting.Recordings.Any(it => it.Id == id && it.Stopped is null)
            ? call.State.Meetings.Change(
                space, meeting.Id,
                it =>
                    it with
                    {
                        Recordings =
                    [
                        .. it.Recordings.Select(one => one.Id == id ? one with { Stopped = call.State.Clock.Next() } : one),
                    ]
                    })
            : null;
    }

    private static Meeting? Hands(ApiCall call, Space space, Meeting meeting, bool raised, string id) =>
        call.State.Meetings.Change(
            space, meeting.Id,
            it => it with { RaisedHands = [.. it.RaisedHands.Where(one => one != id), .. raised ? [id] : Array.Empty<string>()] });
}
