namespace AvayaCloud.Identity;

/// <summary>A word to the browser that has a session's cookie: it alone holds the refresh token.</summary>
public interface IBrowserRefresh
{
    /// <summary>
    /// Asks for a request that renews beyond <paramref name="spent"/>, or that just shows the cookie for 0. False when no page of the
    /// session is open here.
    /// </summary>
    bool RequestRefresh(SessionId id, int spent);
}

/// <summary>For an app without a way to its pages.</summary>
internal sealed class NoBrowserRefresh : IBrowserRefresh
{
    public bool RequestRefresh(SessionId id, int spent) => false;
}
