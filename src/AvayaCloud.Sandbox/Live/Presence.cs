namespace AvayaCloud.Sandbox.Live;

/// <summary>Who is there, who types, who speaks: passed on among those who listen, and kept nowhere [wire 5.3].</summary>
internal sealed class Presence(LiveHub hub, SpaceStore spaces, PublicAddress address, ObjectIds ids, StateClock clock)
{
    private const string Response = "PRESENCE_EVENT_RESPONSE";

    public void Tell(LiveSession session, Caller caller, JsonObject payload)
    {
        var answer = Answer(session, caller, payload);
        if (Valid(session, caller, payload) is not { } topic)
        {
            answer["category"] = "media.session.invalid";
            session.Emit(Response, answer);
            return;
        }

        LiveHub.Emit(Addressed(topic, payload, session), Response, answer, Echo.Of(session, payload));
    }

    public void TellMedia(LiveSession session, Caller caller, JsonObject payload)
    {
        if (Valid(session, caller, payload) is not { } topic)
            return;
        var answer = Answer(session, caller, payload);
        var now = clock.Next();
        var id = ids.Next(now);
        answer["_id"] = id;
        answer["messageId"] = id;
        answer["modified"] = Json.Time(now);
        // The one name comes back for both that are sent [wire 7.18].
        if (answer.Text("category") == "trackstatus")
            answer["category"] = "tracksstatus";
        LiveHub.Emit(Addressed(topic, payload, session), ChangeEvents.Media, answer, Echo.Of(session, payload));
    }

    // Clients take leave after they have unsubscribed [repo LT k6/src/chat.js]: for that it is enough to be in the space.
    private string? Valid(LiveSession session, Caller caller, JsonObject payload)
    {
        if (payload.Text("topicId") is not { } topic || payload.Text("category") is not { } category)
            return null;
        if (payload["content"] is not (null or JsonObject))
            return null;
        var isLeaving = category == "app.event.presence.party.leaves" && spaces.Find(topic)?.Find(caller.Person) is not null;
        return session.Hears(topic) || isLeaving ? topic : null;
    }

    // To all, the sender included, or to those it is addressed to [guess]: the payload alone would leave both open.
    private IEnumerable<LiveSession> Addressed(string topic, JsonObject payload, LiveSession sender)
    {
        var receivers = payload.List("receivers")?.Select(it => it.Text("_id") ?? it.Text()).OfType<string>().ToList() ?? [];
        return receivers.Count == 0 ? hub.Hearing(topic) : hub.Hearing(topic).Where(it => it == sender || receivers.Exists(it.Is));
    }

    private JsonObject Answer(LiveSession session, Caller caller, JsonObject payload)
    {
        var content = payload["content"] is JsonObject sent ? sent.DeepClone().AsObject() : [];
        content["sessionId"] = session.SessionId;
        content["attendee"] = new JsonObject
        {
            ["attendeeType"] = caller.Person.IsAnonymous ? "anonymousId" : "userId",
            ["attendee"] = caller.Person.SpacesId,
        };
        var sender = MessageJson.Sender(caller.Person, address);
        sender["phone_numbers"] = new JsonArray();
        return new JsonObject
        {
            ["category"] = payload.Text("category"),
            ["topicId"] = payload.Text("topicId"),
            ["sender"] = sender,
            ["content"] = content,
            ["receivers"] = payload["receivers"] is JsonArray receivers ? receivers.DeepClone() : new JsonArray(),
        };
    }
}
