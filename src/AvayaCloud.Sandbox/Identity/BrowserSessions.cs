namespace AvayaCloud.Sandbox.Identity;

/// <summary>The <c>sessionid</c> cookie of a Django site [wire 2.1] and what stands behind it.</summary>
internal sealed class BrowserSessions
{
    public const string CookieName = "sessionid";

    private const int Most = 20_000;

    private readonly ConcurrentDictionary<string, BrowserSession> _sessions = new(StringComparer.Ordinal);

    public BrowserSession? Find(HttpContext context) =>
        context.Request.Cookies[CookieName] is { } id ? _sessions.GetValueOrDefault(id) : null;

    public BrowserSession FindOrStart(HttpContext context) => Find(context) ?? Put(context, new BrowserSession());

    /// <summary>A new id at sign-in, so that an id planted before is worth nothing; what was open stays open.</summary>
    public BrowserSession Renew(HttpContext context)
    {
        var session = Find(context) ?? new BrowserSession();
        Forget(context);
        return Put(context, session);
    }

    public void Forget(HttpContext context)
    {
        if (context.Request.Cookies[CookieName] is { } id)
            _sessions.TryRemove(id, out _);
        context.Response.Cookies.Delete(CookieName);
    }

    public void Clear() => _sessions.Clear();

    private BrowserSession Put(HttpContext context, BrowserSession session)
    {
        if (_sessions.Count >= Most)
            _sessions.Clear();
        var id = TokenVault.NewValue();
        _sessions[id] = session;
        context.Response.Cookies.Append(CookieName, id, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Path = "/" });
        return session;
    }
}
