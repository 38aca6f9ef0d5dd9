using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;

namespace SpacesPortal.Sessions;

/// <summary>The doors of the session: in, out, and who is there.</summary>
internal static class SessionEndpoints
{
    public static void MapSession(this WebApplication app)
    {
        // The door for links and bookmarks; it does no more than opening any page that needs a sign-in.
        app.MapGet("/signin", (string? returnUrl, bool? again, HttpContext context) => SignIn(returnUrl, context, again ?? false));
        app.MapPost("/signin", SignInByFormAsync).DisableAntiforgery();
        app.MapPost("/signout", SignOutAsync).DisableAntiforgery().WithMetadata(new NoRefreshAttribute());
        app.MapGet("/api/me", Me);
        app.MapSessionList();
        app.MapSessionState();
        app.MapSessionChannel();
    }

    /// <param name="returnUrl">Where it leads.</param>
    /// <param name="context">The request.</param>
    /// <param name="again">Also for somebody who is signed in: before the session ends for good, or when Avaya takes its tokens no
    /// more.</param>
    private static IResult SignIn(string? returnUrl, HttpContext context, bool again)
    {
        var target = ReturnUrl.Sanitize(returnUrl);
        return context.GetSession() is not null && !again
            ? TypedResults.LocalRedirect(target)
            : TypedResults.Challenge(new AuthenticationProperties { RedirectUri = target }, [AvayaCloudDefaults.AuthenticationScheme]);
    }

    private static async Task<IResult> SignInByFormAsync(
        [FromForm] string? returnUrl, [FromForm] bool? again, HttpContext context, IAntiforgery antiforgery)
    {
        var target = Uri.EscapeDataString(ReturnUrl.Sanitize(returnUrl));
        // The button in the page on which the session ended: its form was somebody's who is nobody now.
        if (context.HasEndedSession())
        {
            await context.SignOutAsync(AvayaCloudDefaults.SessionScheme);
            return new RefreshRedirect($"/signin?returnUrl={target}");
        }

        // Signed in by another tab since: the form was nobody's, and there is nothing left to prove or to do.
        if (context.GetSession() is not null && again is not true)
            return SignIn(returnUrl, context, again: false);

        return await antiforgery.IsValidFormAsync(context)
            ? new RefreshRedirect($"/signin?returnUrl={target}{(again is true ? "&again=true" : "")}")
            // The form stood open for long, or without cookies: the same button again, fresh.
            : TypedResults.LocalRedirect($"/signin-problem?cause=stale&returnUrl={target}");
    }

    /// <summary>A stale form must not keep somebody signed in without a word (ASVS 7.4.4): it ends on a page with a fresh button.</summary>
    private static async Task<IResult> SignOutAsync(HttpContext context, IAntiforgery antiforgery, SessionSignOut signOut)
    {
        // Over already: what is left to do is to take its cookie.
        if (context.HasEndedSession())
            await context.SignOutAsync(AvayaCloudDefaults.SessionScheme);
        // Nobody is signed in, or the form came from another site, to which SameSite gives no cookie: nothing is touched.
        if (context.GetSession() is null)
            return TypedResults.LocalRedirect("/signed-out");
        if (!await antiforgery.IsValidFormAsync(context))
            return TypedResults.LocalRedirect("/signout-again");
        var result = await signOut.SignOutAsync(context, context.RequestAborted);
        return TypedResults.LocalRedirect(result == SignOutOutcome.RevokedLater ? "/signed-out?avaya=later" : "/signed-out");
    }

    private static IResult Me(HttpContext context) => context.GetSession() is { } session
        ? TypedResults.Ok(new Me(
            session.User.IsComplete ? session.User.UserId : null, session.User.Name, session.User.Email, session.User.PictureUrl,
            session.EndsAt))
        : TypedResults.Unauthorized();
}

/// <summary>The signed-in person, for scripts and probes. Never a token. No user id as long as the Spaces API has not said it.</summary>
internal sealed record Me(string? UserId, string DisplayName, string? Email, string? PictureUrl, DateTimeOffset SessionEndsAt);
