using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

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
    private readonly RevocationQueue _revocations;
    private readonly ILogger _logger;

    internal SessionSignOut(SessionEnder ender, RevocationQueue revocations, ILogger<SessionSignOut> logger) =>
        (_ender, _revocations, _logger) = (ender, revocations, logger);

    /// <summary>Tombstone first, so that nothing under way restores the session; then the cookie; then the provider.</summary>
    public async Task<SignOutOutcome> SignOutAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var session = context.GetSession();
        var newest = session is null ? null : await _ender.EndAsync(session.Id, CancellationToken.None);
        await context.SignOutAsync(AvayaCloudDefaults.SessionScheme);
        // Back and the history show nothing of the session (W3C Clear Site Data, section 3.1). Cookies are left: the theme is none of a session.
        context.Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
        if (session is null)
            return SignOutOutcome.WasOver;

        SignedOut(_logger, session.Id);
        return (newest?.Refresh ?? session.Tokens.Refresh) is { } token && !await _revocations.RevokeAsync(token, cancellationToken)
            ? SignOutOutcome.RevokedLater
            : SignOutOutcome.Revoked;
    }

    [LoggerMessage(2401, LogLevel.Information, "Session {Session} is signed out.")]
    private static partial void SignedOut(ILogger logger, SessionId session);
}
