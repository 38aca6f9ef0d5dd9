namespace AvayaCloud.Identity;

/// <summary>Tells this process that a session has ended, here or on another replica.</summary>
internal sealed class EndNotifier(IActiveSessionStore sessions, IEnumerable<ISessionEndObserver> observers)
{
    public void Notify(SessionId id, SessionEndReason reason)
    {
        sessions.Remove(id);
        foreach (var observer in observers)
            observer.OnEnded(id, reason);
    }
}
