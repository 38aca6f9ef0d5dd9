namespace AvayaCloud.Identity;

/// <summary>Asks the browser for a refresh, when only its cookie has the refresh token. Optional: an app may not reach its pages.</summary>
public interface IBrowserRefresh
{
    /// <summary>Asks for a request that refreshes the generation <paramref name="spent"/>; with 0, for a request that just sends the
    /// cookie. False when none of the session's pages is open here.</summary>
    bool RequestRefresh(SessionId id, int spent);
}
