namespace AvayaCloud.Sandbox.Live;

/// <summary>Everybody who is connected. Hears each change of the state, whoever made it, and passes it on to those who listen.</summary>
internal sealed class LiveHub : IListeners, IDisposable
{
    private readonly ConcurrentDictionary<LiveSession, bool> _sessions = new();
    private readonly SandboxState _state;
    private readonly PublicAddress _address;
    private readonly IDisposable _subscription;

    public LiveHub(SandboxState state, PublicAddress address)
    {
        (_state, _address) = (state, address);
        _subscription = state.Changes.Subscribe(Tell);
    }

    public IReadOnlyCollection<LiveSession> Sessions => [.. _sessions.Keys];

    public void Add(LiveSession session) => _sessions[session] = true;

    public void Remove(LiveSession session) => _sessions.TryRemove(session, out _);

    public IEnumerable<LiveSession> Hearing(string spaceId) => _sessions.Keys.Where(it => it.Hears(spaceId));

    public bool Hears(Person person, string spaceId) => Hearing(spaceId).Any(it => it.Is(person));

    /// <summary>Metadata goes back to whoever sent it, and to nobody else [docs Z/api/socket/send_message].</summary>
    public static void Emit(IEnumerable<LiveSession> sessions, string name, JsonObject payload, Echo? echo)
    {
        foreach (var session in sessions)
        {
            if (echo is null || session != echo.Sender || echo.Metadata is null)
            {
                session.Emit(name, payload);
                continue;
            }

            var own = payload.DeepClone().AsObject();
            own[Echo.Member] = echo.Metadata.DeepClone();
            session.Emit(name, own);
        }
    }

    public void Dispose() => _subscription.Dispose();

    private void Tell(StateChange change)
    {
        var id = change.Space.Id;
        var hearing = Hearing(id).ToList();
        if (hearing.Count > 0 && ChangeEvents.Of(change, _state, _address) is var (name, payload))
            Emit(hearing, name, payload, (change as StateChange.MessageCreated)?.Origin as Echo);

        // Nobody goes on listening to a space that they are not in any more.
        var leaving = change switch
        {
            StateChange.MemberLeft left => hearing.Where(it => it.Is(left.Member.Person)),
            StateChange.SpaceDeleted => hearing,
            _ => [],
        };
        foreach (var session in leaving.Where(it => it.Ignore(id)))
            session.Emit("CHANNEL_UNSUBSCRIBED", new JsonObject { ["channel"] = Topic.Of(id) });
    }
}

/// <summary>Who sent what comes of it, and what they want to recognize it by.</summary>
internal sealed record Echo(LiveSession Sender, JsonNode? Metadata)
{
    public const string Member = "loopbackMetadata";

    public static Echo Of(LiveSession sender, JsonObject payload) => new(sender, payload[Member]);
}
