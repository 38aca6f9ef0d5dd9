namespace AvayaCloud.Identity;

/// <summary>What the signed-out page has to say.</summary>
public enum SignOutOutcome
{
    /// <summary>Nobody was signed in any more.</summary>
    WasOver,

    /// <summary>The session is over here, and its refresh token at Avaya Cloud.</summary>
    Revoked,

    /// <summary>The session is over here; Avaya Cloud could not be told yet and will be.</summary>
    RevokedLater,
}

/// <summary>Ends the request's session: here at once and whatever Avaya Cloud says, there as soon as it answers.</summary>
public sealed partial class SessionSignOut
{
    private readonly SessionEnder _ender;
    private readonly IActiveSessionStore _sessions;
    private readonly SessionMetrics _metrics;
    private readonly ILogger _logger;

    internal SessionSignOut(SessionEnder ender, IActiveSessionStore sessions, SessionMetrics metrics, ILogger<SessionSignOut> logger)
    {
        _ender = ender;
        _sessions = sessions;
        _metrics = metrics;
        _logger = logger;
    }

    /// <summary>Tombstone first, so that nothing under way restores the session; then the cookie; then the provider.</summary>
    public async Task<SignOutOutcome> SignOutAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var session = context.GetWholeSession();
        var isRevoked = session is null
            || await _ender.EndAndRevokeAsync(session.Id, SessionEndReason.ByPerson, session.Tokens.Refresh, cancellationToken);
        await context.SignOutAsync(AvayaCloudDefaults.SessionScheme);
        // Drafts and the like go (W3C Clear Site Data, section 3.1). Cookies are left: the theme is none of a session. So is the cache:
        // pages are no-store, and to clear it takes longer the more a browser has of other sites.
        context.Response.Headers["Clear-Site-Data"] = "\"storage\"";
        if (session is null)
            return SignOutOutcome.WasOver;

        SignedOut(_logger, session.Id);
        _metrics.SignedOut("own");
        return isRevoked ? SignOutOutcome.Revoked : SignOutOutcome.RevokedLater;
    }

    /// <summary>Ends another session of the same person. False when it is none of theirs, or is over, or the list cannot be read.</summary>
    public async Task<bool> EndOtherAsync(SessionSummary own, SessionId other, CancellationToken cancellationToken)
    {
        var sessions = await _sessions.ListOfAsync(own, cancellationToken);
        if (other == own.Id || sessions?.Any(note => note.Id == other) != true)
            return false;
        await EndAsync(other, "listed");
        return true;
    }

    /// <summary>Ends all other sessions of the person, and says how many. Null when the list cannot be read: then none was ended.</summary>
    public async Task<int?> EndOthersAsync(SessionSummary own, CancellationToken cancellationToken)
    {
        if (await _sessions.ListOfAsync(own, cancellationToken) is not { } sessions)
            return null;
        var others = sessions.Where(note => note.Id != own.Id).ToList();
        foreach (var note in others)
            await EndAsync(note.Id, "everywhere");
        return others.Count;
    }

    // The refresh token may be in that browser's cookie alone. Then it is revoked when the cookie shows up.
    private async Task EndAsync(SessionId id, string kind)
    {
        await _ender.EndAsync(id, SessionEndReason.Elsewhere, carried: null, CancellationToken.None);
        SignedOut(_logger, id);
        _metrics.SignedOut(kind);
    }

    [LoggerMessage(2401, LogLevel.Information, "Session {Session} is signed out.")]
    private static partial void SignedOut(ILogger logger, SessionId session);
}
