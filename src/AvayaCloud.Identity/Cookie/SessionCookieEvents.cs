using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.StaticAssets;

namespace AvayaCloud.Identity;

/// <summary>Connects the cookie handler with the session engine: validates each request's session, and renews the cookie.</summary>
internal sealed class SessionCookieEvents(
    SessionValidator validator, SessionLedger ledger, SessionEnder ender, IActiveSessionStore sessions,
    IOptions<SessionLifetime> lifetime, SessionMetrics metrics) : CookieAuthenticationEvents
{
    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var http = context.HttpContext;
        // A static file needs no session, and others may cache it: no refresh, no Set-Cookie.
        if (http.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null)
            return;

        var session = SessionTicket.GetSession(context.Properties);
        var validated = session is null ? null : await validator.ValidateAsync(session, SessionUse.Of(http), http.RequestAborted);
        if (validated is null)
        {
            context.RejectPrincipal();
            // The cookie is worthless now. It is not deleted, because the browser may already have the one of a new sign-in.
            var state = session is null ? null : ledger.GetState(session.Id);
            http.Features.Set(new SessionFeature(Session: null, Summary: null, (state as SessionState.Ended)?.Reason));
            return;
        }

        var summary = SessionSummary.Of(validated.Session, lifetime.Value);
        http.Features.Set(new SessionFeature(validated.Session, summary, EndReason: null));
        if (validated.Session.User != session!.User)
            context.ReplacePrincipal(SessionClaims.ToPrincipal(validated.Session));
        if (validated.UpdatesActiveSessions)
            AddToList(validated.Session, http.Request);
        if (validated.TokensForCookie is { } tokens)
        {
            SessionTicket.Renew(validated.Session with { Tokens = tokens }, context.Properties);
            context.ShouldRenew = true;
            http.Features.Set(new RenewedCookie(session.Id, tokens.Generation));
        }
    }

    /// <summary>A sign-in replaces the browser's previous session, whose tokens are revoked (ASVS 7.2.4).</summary>
    public override async Task SigningIn(CookieSigningInContext context)
    {
        var previous = await context.HttpContext.AuthenticateAsync(context.Scheme.Name);
        context.HttpContext.Features.Set<RenewedCookie>(null);
        // Its pages are told of the end and send their cookie at once, so the browser must have the new one by then.
        if (previous.Succeeded && context.HttpContext.GetWholeSession() is { } replaced)
            context.Response.OnCompleted(() => ReplaceAsync(replaced));

        if (SessionTicket.GetSession(context.Properties) is { } session)
            AddToList(session, context.Request);
    }

    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context) =>
        throw new InvalidOperationException("The Avaya Cloud scheme challenges, not the cookie scheme.");

    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private async Task ReplaceAsync(Session session)
    {
        await ender.EndAsync(session.Id, SessionEndReason.Replaced, session.Tokens.Refresh, CancellationToken.None);
        metrics.SignedOut("replaced");
    }

    // Without a user id it is not known whose list the session belongs to.
    private void AddToList(Session session, HttpRequest request)
    {
        if (session.User.IsComplete)
            sessions.Upsert(ActiveSession.Of(session, request.Headers.UserAgent, lifetime.Value));
    }
}
