namespace AvayaCloud.Identity;

/// <summary>A word to the browser that has a session's cookie: it alone holds the refresh token.</summary>
public interface IBrowserCall
{
    /// <summary>Asks for a request that renews beyond <paramref name="spent"/>, or that just shows the cookie for 0. False when no page of the session is open here.</summary>
    bool AskToRenew(SessionId id, int spent);
}

/// <summary>For an app without a way to its pages.</summary>
internal sealed class NoBrowserCall : IBrowserCall
{
    public bool AskToRenew(SessionId id, int spent) => false;
}
