using AvayaCloud.Sandbox.Live;

namespace AvayaCloud.Sandbox;

/// <summary>A test's hand on the connections for live events.</summary>
public sealed class SandboxSockets
{
    private readonly LiveHub _hub;

    internal SandboxSockets(LiveHub hub) => _hub = hub;

    /// <summary>Sockets that are open.</summary>
    public int Open => _hub.Sessions.Count;

    /// <summary>Spaces that somebody listens to at the moment, once per listener.</summary>
    public int Listening(string spaceId) => _hub.Hearing(spaceId).Count();

    /// <summary>Cuts every connection.</summary>
    public void Drop()
    {
        foreach (var session in _hub.Sessions)
            session.Socket.Drop();
    }

    /// <summary>Every connection of now stays open and says nothing any more, as when a cable is pulled.</summary>
    public void Silence()
    {
        foreach (var session in _hub.Sessions)
            session.Socket.IsSilent = true;
    }
}
