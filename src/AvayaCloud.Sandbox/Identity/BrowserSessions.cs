namespace AvayaCloud.Sandbox.Identity;

/// <summary>Sessions by the cookie <c>sessionid</c> of a Django site [wire 2.1].</summary>
internal sealed class BrowserSessions
{
    private const string CookieName = "sessionid";
    private const int MaxSessions = 20_000;

    private readonly ConcurrentDictionary<string, BrowserSession> _sessions = new(StringComparer.Ordinal);

    public BrowserSession? Find(HttpContext context) =>
        context.Request.Cookies[CookieName] is { } id ? _sessions.GetValueOrDefault(id) : null;

    public BrowserSession GetOrCreate(HttpContext context) => Find(context) ?? Add(context, new BrowserSession());

    /// <summary>Changes the id at sign-in, against session fixation. Pending requests are kept.</summary>
    public BrowserSession RenewId(HttpContext context)
    {
        var session = Find(context) ?? new BrowserSession();
        Remove(context);
        return Add(context, session);
    }

    public void Remove(HttpContext context)
    {
        if (context.Request.Cookies[CookieName] is { } id)
            _sessions.TryRemove(id, out _);
        context.Response.Cookies.Delete(CookieName);
    }

    public void Clear() => _sessions.Clear();

    private BrowserSession Add(HttpContext context, BrowserSession session)
    {
        if (_sessions.Count >= MaxSessions)
            _sessions.Clear();
        var id = TokenVault.NewValue();
        _sessions[id] = session;
        context.Response.Cookies.Append(CookieName, id, Csrf.CookieOptions);
        return session;
    }
}
