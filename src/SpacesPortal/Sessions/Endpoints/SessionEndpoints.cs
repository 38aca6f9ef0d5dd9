using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace SpacesPortal.Sessions;

/// <summary>Sign-in, sign-out, ending sessions from their list, and the signed-in user.</summary>
internal static class SessionEndpoints
{
    public static void MapSession(this WebApplication app)
    {
        // For links and bookmarks. As harmless as opening any page that requires a sign-in.
        app.MapGet("/signin", (string? returnUrl, bool? again, HttpContext context) => SignIn(returnUrl, context, again ?? false));
        app.MapPost("/signin", SignInByFormAsync).DisableAntiforgery();
        app.MapPost("/signout", SignOutAsync).WithSessionForm(new("/signout-again", DeleteEndedSessionCookieAsync));
        app.MapPost("/session/end", EndAsync).WithSessionForm(new("/session?done=stale", ShowEndedSessionAsync));
        app.MapPost("/signout-everywhere", EndAllAsync).WithSessionForm(new("/session?done=stale", ShowEndedSessionAsync));
        app.MapGet("/api/me", Me);
        app.MapSessionStatus();
        app.MapSessionChannel();
    }

    // The filter validates the form: the framework's antiforgery would answer a bare 400.
    private static void WithSessionForm(this RouteHandlerBuilder endpoint, SessionFormFilter filter) =>
        endpoint.AddEndpointFilter(filter).DisableAntiforgery().WithMetadata(new NoRefreshAttribute());

    /// <param name="returnUrl">Where to go after the sign-in.</param>
    /// <param name="context">The request.</param>
    /// <param name="again">Sign in even with a session: it is about to end, or Avaya no longer accepts its tokens.</param>
    private static IResult SignIn(string? returnUrl, HttpContext context, bool again)
    {
        var target = ReturnUrl.Sanitize(returnUrl);
        return context.GetSession() is not null && !again ? TypedResults.LocalRedirect(target) : Challenge(target);
    }

    private static async Task<IResult> SignInByFormAsync(
        [FromForm] string? returnUrl, [FromForm] bool? again, HttpContext context, IAntiforgery antiforgery)
    {
        var target = Uri.EscapeDataString(ReturnUrl.Sanitize(returnUrl));
        // The page was open when its session ended, so its antiforgery token names a user who is no longer signed in.
        if (context.HasEndedSession())
        {
            await context.SignOutAsync(AvayaCloudDefaults.SessionScheme);
            return new RefreshRedirect($"/signin?returnUrl={target}");
        }

        // Another tab has signed in since. The form's token was anonymous, and there is nothing left to do.
        if (context.GetSession() is not null && again is not true)
            return SignIn(returnUrl, context, again: false);

        return await antiforgery.IsValidFormAsync(context)
            ? new RefreshRedirect($"/signin?returnUrl={target}{(again is true ? "&again=true" : "")}")
            // The form was open for too long, or cookies are blocked: offer the same button again.
            : TypedResults.LocalRedirect($"/signin-problem?cause=stale&returnUrl={target}");
    }

    /// <summary>A stale form must not silently leave the user signed in (ASVS 7.4.4), so it leads to a page with a fresh button.</summary>
    private static async Task<IResult> SignOutAsync(HttpContext context, SessionSignOut signOut)
    {
        var outcome = await signOut.SignOutAsync(context, context.RequestAborted);
        return TypedResults.LocalRedirect(outcome == SignOutOutcome.RevokedLater ? "/signed-out?avaya=later" : "/signed-out");
    }

    private static async Task<IResult> EndAsync([FromForm] string? id, HttpContext context, SessionSignOut signOut)
    {
        var ended = SessionId.TryParse(id, out var other)
            && await signOut.EndOtherAsync(context.GetSession()!, other, context.RequestAborted);
        return TypedResults.LocalRedirect(ended ? "/session?done=ended" : "/session?done=gone");
    }

    private static async Task<IResult> EndAllAsync(HttpContext context, SessionSignOut signOut)
    {
        // Signing out here while the others continue would not be what the button promises.
        if (await signOut.EndOthersAsync(context.GetSession()!, context.RequestAborted) is null)
            return TypedResults.LocalRedirect("/session?done=unknown");
        var outcome = await signOut.SignOutAsync(context, context.RequestAborted);
        return TypedResults.LocalRedirect(
            outcome == SignOutOutcome.RevokedLater ? "/signed-out?reason=everywhere&avaya=later" : "/signed-out?reason=everywhere");
    }

    private static async Task<IResult> DeleteEndedSessionCookieAsync(HttpContext context)
    {
        await context.SignOutAsync(AvayaCloudDefaults.SessionScheme);
        return TypedResults.LocalRedirect("/signed-out");
    }

    // The challenge leads to the page that explains that the session was ended elsewhere.
    private static Task<IResult> ShowEndedSessionAsync(HttpContext context) => Task.FromResult<IResult>(Challenge("/session"));

    private static ChallengeHttpResult Challenge(string returnUrl) => TypedResults.Challenge(
        new AuthenticationProperties { RedirectUri = returnUrl }, [AvayaCloudDefaults.AuthenticationScheme]);

    private static IResult Me(HttpContext context) => context.GetSession() is { } session
        ? TypedResults.Ok(new Me(
            session.User.IsComplete ? session.User.UserId : null, session.User.Name, session.User.Email, session.User.PictureUrl,
            session.EndsAt))
        : TypedResults.Unauthorized();
}

/// <summary>The signed-in user, for scripts and probes. Never a token. No user id until the Spaces API has confirmed it.</summary>
internal sealed record Me(string? UserId, string DisplayName, string? Email, string? PictureUrl, DateTimeOffset SessionEndsAt);
