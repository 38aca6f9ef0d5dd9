using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.StaticAssets;

namespace AvayaCloud.Identity;

/// <summary>Where the cookie handler meets the session: every request is validated here, and only here a cookie is renewed.</summary>
internal sealed class SessionCookieEvents(
    SessionValidator validator, SessionLedger ledger, SessionMonitor monitor, SessionEnder ender, ActiveSessionRecorder recorder,
    IOptions<SessionLifetime> lifetime, SessionMetrics metrics) : CookieAuthenticationEvents
{
    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        // A stylesheet needs no session, and its answer may be cached by others: no renewal, no Set-Cookie.
        if (context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null)
            return;

        var session = SessionTicket.Read(context.Properties);
        var validated = session is null
            ? null
            : await validator.ValidateAsync(session, SessionUse.Of(context.HttpContext), context.HttpContext.RequestAborted);
        if (validated is null)
        {
            context.RejectPrincipal();
            // The cookie opens nothing any more and is left alone: the browser may have that of a new sign-in by now (EndedSessionCookie).
            context.HttpContext.Features.Set(SessionFeature.Over(session is null ? null : monitor.GetEndReason(session.Id)));
            return;
        }

        context.HttpContext.Features.Set(SessionFeature.Of(validated.Session, lifetime.Value));
        if (validated.Session.User != session!.User)
            context.ReplacePrincipal(SessionClaims.ToPrincipal(validated.Session));
        if (validated.IsNews)
            recorder.Record(validated.Session, context.HttpContext.Request);
        if (validated.TokensForCookie is { } tokens)
        {
            SessionTicket.Renew(validated.Session with { Tokens = tokens }, context.Properties);
            context.ShouldRenew = true;
            context.HttpContext.Features.Set(new RenewedCookie(ledger, session.Id, tokens.Generation));
        }
    }

    /// <summary>Signing in replaces the session of before wholly: its tokens die, too (ASVS 7.2.4).</summary>
    public override async Task SigningIn(CookieSigningInContext context)
    {
        var before = await context.HttpContext.AuthenticateAsync(context.Scheme.Name);
        context.HttpContext.Features.Set<RenewedCookie>(null);
        // Its pages hear of the end, and would ask at once with the cookie that they have: the browser must have the new one by then.
        if (before.Succeeded && context.HttpContext.GetWholeSession() is { } session)
            context.Response.OnCompleted(() => ReplaceAsync(session));

        if (SessionTicket.Read(context.Properties) is { } opened)
            recorder.Record(opened, context.Request);
    }

    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context) => throw NotTheChallenger();

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

    private static InvalidOperationException NotTheChallenger() => new("The Avaya Cloud scheme challenges; the cookie only remembers.");
}
