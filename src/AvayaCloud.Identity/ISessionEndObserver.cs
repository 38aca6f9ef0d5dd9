namespace AvayaCloud.Identity;

/// <summary>Is notified of ended sessions.</summary>
public interface ISessionEndObserver
{
    /// <summary>Called once in this process, whichever replica ended the session. Must neither throw nor block.</summary>
    void OnEnded(SessionId id, SessionEndReason reason);
}

/// <summary>Why a session ended, as far as pages distinguish it.</summary>
public enum SessionEndReason
{
    /// <summary>The user signed out in that browser.</summary>
    ByUser,

    /// <summary>Avaya Cloud refuses to refresh the tokens.</summary>
    ByProvider,

    /// <summary>Another sign-in in that browser replaced it, so the browser already has the new cookie.</summary>
    Replaced,

    /// <summary>The user ended it from another browser's list of sessions.</summary>
    Elsewhere,
}
