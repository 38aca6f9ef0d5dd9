namespace AvayaCloud.Identity;

/// <summary>Signs users out: here at once, and at Avaya Cloud as soon as it can be reached.</summary>
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

    /// <summary>Ends the request's session. The tombstone comes first, so that nothing in flight restores it.</summary>
    public async Task<SignOutOutcome> SignOutAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var session = context.GetWholeSession();
        var isRevoked = session is null
            || await _ender.EndAndRevokeAsync(session.Id, SessionEndReason.ByUser, session.Tokens.Refresh, cancellationToken);
        await context.SignOutAsync(AvayaCloudDefaults.SessionScheme);
        // Deletes drafts (W3C Clear Site Data, section 3.1). Not cookies, because the theme outlives sessions; and not the cache, because
        // pages are no-store and clearing it is slow.
        context.Response.Headers["Clear-Site-Data"] = "\"storage\"";
        if (session is null)
            return SignOutOutcome.WasOver;

        SignedOut(_logger, session.Id);
        _metrics.SignedOut("own");
        return isRevoked ? SignOutOutcome.Revoked : SignOutOutcome.RevokedLater;
    }

    /// <summary>Ends another session of the same user. False when it is not in the user's list, or the list cannot be read.</summary>
    public async Task<bool> EndOtherAsync(SessionSummary own, SessionId other, CancellationToken cancellationToken)
    {
        var sessions = await _sessions.ListAsync(own, cancellationToken);
        if (other == own.Id || sessions?.Any(session => session.Id == other) != true)
            return false;
        await EndAsync(other, "listed");
        return true;
    }

    /// <summary>Ends all other sessions of the user and returns their number. Null when the list cannot be read.</summary>
    public async Task<int?> EndOthersAsync(SessionSummary own, CancellationToken cancellationToken)
    {
        if (await _sessions.ListAsync(own, cancellationToken) is not { } sessions)
            return null;
        var others = sessions.Where(session => session.Id != own.Id).ToList();
        foreach (var session in others)
            await EndAsync(session.Id, "everywhere");
        return others.Count;
    }

    // Maybe only that browser's cookie has the refresh token. It is then revoked when the cookie comes next.
    private async Task EndAsync(SessionId id, string kind)
    {
        await _ender.EndAsync(id, SessionEndReason.Elsewhere, fromCookie: null, CancellationToken.None);
        SignedOut(_logger, id);
        _metrics.SignedOut(kind);
    }

    [LoggerMessage(2401, LogLevel.Information, "Session {Session} is signed out.")]
    private static partial void SignedOut(ILogger logger, SessionId session);
}

/// <summary>The outcome of a sign-out.</summary>
public enum SignOutOutcome
{
    /// <summary>The session had ended before.</summary>
    WasOver,

    /// <summary>The session has ended, and its refresh token is revoked.</summary>
    Revoked,

    /// <summary>The session has ended; its refresh token will be revoked in the background.</summary>
    RevokedLater,
}
