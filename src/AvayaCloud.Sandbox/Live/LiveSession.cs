namespace AvayaCloud.Sandbox.Live;

/// <summary>A client of the namespace <c>/chat</c>, and the spaces to which it is subscribed.</summary>
internal sealed class LiveSession(LiveSocket socket)
{
    public const string Namespace = "/chat";

    private readonly ConcurrentDictionary<string, bool> _spaceIds = new(StringComparer.Ordinal);

    /// <summary>Null while the client is not connected to the namespace.</summary>
    public Caller? Caller { get; private set; }
    public string SessionId { get; } = Guid.NewGuid().ToString();
    public LiveSocket Socket => socket;

    public void Connect(Caller caller)
    {
        // Another caller may not read the spaces of the one before.
        _spaceIds.Clear();
        Caller = caller;
        socket.Send(SocketPacket.Connected(Namespace));
    }

    public void Disconnect()
    {
        Caller = null;
        _spaceIds.Clear();
    }

    public void Reject(string socketNamespace, JsonNode reason) => socket.Send(SocketPacket.Error(socketNamespace, reason));

    public void Emit(string name, JsonNode payload) => socket.Send(SocketPacket.Emit(Namespace, name, payload));

    public bool IsSubscribed(string spaceId) => Caller is not null && _spaceIds.ContainsKey(spaceId);

    public void Subscribe(string spaceId) => _spaceIds[spaceId] = true;

    public void Unsubscribe(string spaceId) => _spaceIds.TryRemove(spaceId, out _);

    public bool Is(string personId) => Caller?.Person.SpacesId == personId;
}
