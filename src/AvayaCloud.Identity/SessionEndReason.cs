namespace AvayaCloud.Identity;

/// <summary>Why a session ended, as far as a page tells the reasons apart.</summary>
public enum SessionEndReason
{
    /// <summary>Signed out, in that browser.</summary>
    ByPerson,

    /// <summary>Avaya Cloud gives no more tokens.</summary>
    ByProvider,

    /// <summary>Another sign-in took its place in that browser, which has the new cookie by now.</summary>
    Replaced,

    /// <summary>Ended from another browser's list of sessions.</summary>
    Elsewhere,
}
