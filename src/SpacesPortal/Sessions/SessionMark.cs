namespace SpacesPortal.Sessions;

/// <summary>
/// Which session a page was made for: the page carries it and shows it, so that no other person's cookie ever serves that page.
/// </summary>
internal static class SessionMark
{
    /// <summary>For a script's own requests: a header that no form and no other site can set.</summary>
    public const string Header = "X-Spaces-Session";

    /// <summary>For sockets, whose headers no script can set.</summary>
    public const string Query = "session";

    public static string Of(SessionId id) => id.ToString();

    public static string? Of(HttpRequest request) => (string?)request.Headers[Header] ?? request.Query[Query];
}
