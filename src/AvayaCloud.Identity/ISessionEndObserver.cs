namespace AvayaCloud.Identity;

/// <summary>Learns of sessions that have ended, to drop what was kept for them.</summary>
public interface ISessionEndObserver
{
    /// <summary>Called once per ended session in this process, whichever replica ended it; must neither throw nor wait.</summary>
    void OnEnded(SessionId id, SessionEndReason reason);
}
