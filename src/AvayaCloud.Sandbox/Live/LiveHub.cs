namespace AvayaCloud.Sandbox.Live;

/// <summary>The connected clients. Sends them the changes of the spaces to which they are subscribed.</summary>
internal sealed class LiveHub(SandboxState state, PublicAddress address) : ISubscriptions
{
    private readonly ConcurrentDictionary<LiveSession, bool> _sessions = new();

    public IReadOnlyCollection<LiveSession> Sessions => [.. _sessions.Keys];

    public void Add(LiveSession session) => _sessions[session] = true;

    public void Remove(LiveSession session) => _sessions.TryRemove(session, out _);

    public IEnumerable<LiveSession> GetSubscribers(string spaceId) => _sessions.Keys.Where(it => it.IsSubscribed(spaceId));

    public bool IsSubscribed(Person person, string spaceId) => GetSubscribers(spaceId).Any(it => it.Is(person.SpacesId));

    /// <summary>The sender gets its metadata back, and the others do not [docs Z/api/socket/send_message].</summary>
    public static void Emit(IEnumerable<LiveSession> sessions, string name, JsonObject payload, Loopback? loopback)
    {
        foreach (var session in sessions)
            session.Emit(name, session == loopback?.Sender ? loopback.AddTo(payload) : payload);
    }

    /// <summary>Called with the lock of the state held.</summary>
    public void Publish(StateChange change)
    {
        var spaceId = change.Space.Id;
        var subscribers = GetSubscribers(spaceId).ToList();
        if (subscribers.Count > 0 && ChangeEvents.Create(change, state, address) is var (name, payload))
            Emit(subscribers, name, payload, (change as StateChange.MessageCreated)?.Origin as Loopback);

        // A user who is no longer a member loses the subscription.
        var leaving = change switch
        {
            StateChange.MemberLeft left => subscribers.Where(it => it.Is(left.Member.Person.SpacesId)),
            StateChange.SpaceDeleted => subscribers,
            _ => [],
        };
        foreach (var session in leaving)
            SpaceChannels.Unsubscribe(session, spaceId);
    }
}

/// <summary>The sender of an event, and the metadata by which the sender recognizes the resulting event.</summary>
internal sealed record Loopback(LiveSession Sender, JsonObject Sent)
{
    private const string Member = "loopbackMetadata";

    public JsonObject AddTo(JsonObject payload)
    {
        if (Sent[Member] is not { } metadata)
            return payload;
        payload = payload.DeepClone().AsObject();
        payload[Member] = metadata.DeepClone();
        return payload;
    }
}
