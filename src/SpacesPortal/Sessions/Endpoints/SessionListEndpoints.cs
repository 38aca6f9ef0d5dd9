using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;

namespace SpacesPortal.Sessions;

/// <summary>Ending sessions from the page that lists them.</summary>
internal static class SessionListEndpoints
{
    public static void MapSessionList(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/session/end", EndAsync).DisableAntiforgery().WithMetadata(new NoRefreshAttribute());
        endpoints.MapPost("/signout-everywhere", EndAllAsync).DisableAntiforgery().WithMetadata(new NoRefreshAttribute());
    }

    private static async Task<IResult> EndAsync(
        [FromForm] string? id, HttpContext context, IAntiforgery antiforgery, SessionSignOut signOut)
    {
        if (context.GetSession() is not { } own)
            return NobodysAnswer(context);
        if (!await antiforgery.IsValidFormAsync(context))
            return TypedResults.LocalRedirect("/session?done=stale");
        var ended = SessionId.TryParse(id, out var other) && await signOut.EndOtherAsync(own, other, context.RequestAborted);
        return TypedResults.LocalRedirect(ended ? "/session?done=ended" : "/session?done=gone");
    }

    // Nothing was done: of a session that was ended elsewhere it is said that it was.
    private static IResult NobodysAnswer(HttpContext context) => context.HasEndedSession()
        ? TypedResults.Challenge(new AuthenticationProperties { RedirectUri = "/session" }, [AvayaCloudDefaults.AuthenticationScheme])
        : TypedResults.LocalRedirect("/signed-out");

    private static async Task<IResult> EndAllAsync(HttpContext context, IAntiforgery antiforgery, SessionSignOut signOut)
    {
        if (context.GetSession() is not { } own)
            return NobodysAnswer(context);
        if (!await antiforgery.IsValidFormAsync(context))
            return TypedResults.LocalRedirect("/session?done=stale");
        // Signing out here although the others go on would be half a promise.
        if (await signOut.EndOthersAsync(own, context.RequestAborted) is null)
            return TypedResults.LocalRedirect("/session?done=unknown");
        var outcome = await signOut.SignOutAsync(context, context.RequestAborted);
        return TypedResults.LocalRedirect(
            outcome == SignOutOutcome.RevokedLater ? "/signed-out?reason=everywhere&avaya=later" : "/signed-out?reason=everywhere");
    }
}
