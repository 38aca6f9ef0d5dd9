using AvayaCloud.Sandbox.Live;

namespace AvayaCloud.Sandbox;

/// <summary>Lets a test see and break the connections for live events.</summary>
public sealed class SandboxSockets
{
    private readonly LiveHub _hub;

    internal SandboxSockets(LiveHub hub) => _hub = hub;

    /// <summary>The number of open connections.</summary>
    public int Open => _hub.Sessions.Count;

    /// <summary>The number of connections that are subscribed to a space.</summary>
    public int Listening(string spaceId) => _hub.GetSubscribers(spaceId).Count();

    /// <summary>Closes all connections.</summary>
    public void Drop()
    {
        foreach (var session in _hub.Sessions)
            session.Socket.Drop();
    }

    /// <summary>Lets all present connections stay open but send nothing any more, as when a cable is pulled.</summary>
    public void Silence()
    {
        foreach (var session in _hub.Sessions)
            session.Socket.IsSilent = true;
    }
}
