namespace AvayaCloud.Sandbox.Live;

/// <summary>Somebody in the namespace <c>/chat</c> over one socket, and the spaces that they listen to.</summary>
internal sealed class LiveSession(LiveSocket socket)
{
    public const string Namespace = "/chat";

    private readonly ConcurrentDictionary<string, bool> _topics = new(StringComparer.Ordinal);

    /// <summary>Null until the namespace was entered, and after it was left.</summary>
    public Caller? Caller { get; private set; }

    public string SessionId { get; } = Guid.NewGuid().ToString();

    public LiveSocket Socket => socket;

    public void Enter(Caller caller)
    {
        Caller = caller;
        socket.Send(SocketPacket.Connected(Namespace));
    }

    public void Leave()
    {
        Caller = null;
        _topics.Clear();
    }

    public void Refuse(string space, JsonNode reason) => socket.Send(SocketPacket.Error(space, reason));

    public void Emit(string name, JsonNode payload) => socket.Send(SocketPacket.Emit(Namespace, name, payload));

    public bool Hears(string spaceId) => Caller is not null && _topics.ContainsKey(spaceId);

    public void Listen(string spaceId) => _topics[spaceId] = true;

    /// <summary>False for a space that was not listened to.</summary>
    public bool Ignore(string spaceId) => _topics.TryRemove(spaceId, out _);

    public bool Is(string personId) => Caller?.Person.SpacesId == personId;

    public bool Is(Person person) => Is(person.SpacesId);
}
