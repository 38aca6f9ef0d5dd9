namespace AvayaCloud.Sandbox.Live;

/// <summary>Events about users, such as joining, typing and speaking. They are sent to subscribers and not stored [wire 5.3].</summary>
internal sealed class Presence(LiveHub hub, SpaceStore spaces, PublicAddress address, ObjectIds ids, StateClock clock)
{
    private const string Response = "PRESENCE_EVENT_RESPONSE";

    public void Send(LiveSession session, Caller caller, JsonObject payload)
    {
        var response = CreateResponse(session, caller, payload);
        if (IsValid(session, caller, payload))
        {
            LiveHub.Emit(GetReceivers(session, payload), Response, response, new Loopback(session, payload));
            return;
        }

        response["category"] = "media.session.invalid";
        session.Emit(Response, response);
    }

    public void SendMedia(LiveSession session, Caller caller, JsonObject payload)
    {
        if (!IsValid(session, caller, payload))
            return;
        var response = CreateResponse(session, caller, payload);
        var now = clock.Next();
        var id = ids.Next(now);
        response["_id"] = id;
        response["messageId"] = id;
        response["modified"] = Json.Time(now);
        // Two categories are sent, and one comes back for both [wire 7.18].
        if (response.GetString("category") == "trackstatus")
            response["category"] = "tracksstatus";
        LiveHub.Emit(GetReceivers(session, payload), ChangeEvents.Media, response, new Loopback(session, payload));
    }

    // A client says that it leaves after it has unsubscribed [repo LT k6/src/chat.js]. For that it needs to be a member only.
    private bool IsValid(LiveSession session, Caller caller, JsonObject payload)
    {
        if (payload.GetString("topicId") is not { } spaceId || payload.GetString("category") is not { } category)
            return false;
        if (payload["content"] is not (null or JsonObject))
            return false;
        var isLeaving = category == "app.event.presence.party.leaves" && spaces.Find(spaceId)?.Find(caller.Person) is not null;
        return session.IsSubscribed(spaceId) || isLeaving;
    }

    // All subscribers including the sender, or the named receivers [guess].
    private IEnumerable<LiveSession> GetReceivers(LiveSession sender, JsonObject payload)
    {
        var subscribers = hub.GetSubscribers(payload.GetString("topicId")!);
        var receivers = payload.GetArray("receivers")?.Select(it => it.GetString("_id") ?? it.GetString()).OfType<string>().ToList() ?? [];
        return receivers.Count == 0 ? subscribers : subscribers.Where(it => it == sender || receivers.Exists(it.Is));
    }

    private JsonObject CreateResponse(LiveSession session, Caller caller, JsonObject payload)
    {
        var content = payload["content"]?.DeepClone() as JsonObject ?? [];
        content["sessionId"] = session.SessionId;
        content["attendee"] = new JsonObject
        {
            ["attendeeType"] = UserJson.AttendeeType(caller.Person),
            ["attendee"] = caller.Person.SpacesId,
        };
        var sender = MessageJson.Sender(caller.Person, address);
        sender["phone_numbers"] = new JsonArray();
        return new JsonObject
        {
            ["category"] = payload.GetString("category"),
            ["topicId"] = payload.GetString("topicId"),
            ["sender"] = sender,
            ["content"] = content,
            ["receivers"] = payload["receivers"]?.DeepClone() as JsonArray ?? [],
        };
    }
}
