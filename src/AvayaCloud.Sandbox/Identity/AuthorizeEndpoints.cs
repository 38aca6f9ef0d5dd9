using AvayaCloud.Sandbox.Identity.Pages;
using AvayaCloud.Sandbox.Pages;

namespace AvayaCloud.Sandbox.Identity;

/// <summary>From the client's link to the client's callback: authorize, confirm, redirect [wire 2.3].</summary>
internal static class AuthorizeEndpoints
{
    private const string ConfirmPath = "/oauth2/authorize/confirm";

    private static readonly OAuthErrorPage Expired = new(
        new("expired_authorization", "This authorization has expired or was already answered. Please start again in the application."));

    public static IResult Authorize(HttpContext context, SandboxClient client, SandboxOptions options, BrowserSessions sessions)
    {
        if (!AuthorizationRequest.TryParse(context.Request, client, options, out var request, out var error))
            return new OAuthErrorPage(error);
        var session = sessions.GetOrCreate(context);
        if (session.User is not { } user)
            return context.Redirect(LoginEndpoints.GetPath(request.OriginalUrl), "login");

        // Consent is asked every time [guess: DOP].
        session.AddPending(request);
        return context.Redirect(ConfirmPath, "captured", user);
    }

    public static IResult ShowConsent(HttpContext context, BrowserSessions sessions)
    {
        var session = sessions.Find(context);
        if (session?.User is not { } user)
            return context.Redirect(LoginEndpoints.GetPath(ConfirmPath), "login");
        if (session.FindPending() is not { } request)
            return Expired;

        context.SetOutcome("asked", user);
        return new PageResult<ConsentPage>(new ConsentModel(
            user.Login,
            [.. request.Scopes.Select(scope => scope.Permission)],
            request.Id,
            new Uri(request.RedirectUri).GetLeftPart(UriPartial.Authority),
            LoginEndpoints.GetSignOutPath(request.OriginalUrl),
            Csrf.GetToken(context)));
    }

    /// <summary>Accept sends the field <c>authorize</c>; Deny sends the same form without it [guess: DOP].</summary>
    public static IResult Decide(HttpContext context, BrowserSessions sessions, AuthorizationResponse response)
    {
        var form = context.Request.Form;
        var session = sessions.Find(context);
        if (session?.User is not { } user)
            return context.Redirect(LoginEndpoints.GetPath(ConfirmPath), "login");
        if (session.FindPending(form.GetSingle("request")) is not { } request)
            return Expired;

        var isAccepted = form.GetSingle("authorize") is not null;
        session.Complete(request, isAccepted ? response.Accept(request, user) : AuthorizationResponse.Deny(request));
        return context.Redirect("/oauth2/redirect", isAccepted ? "accepted" : "denied", user);
    }

    public static IResult RedirectToClient(HttpContext context, BrowserSessions sessions) =>
        sessions.Find(context)?.TakeCallback() is { } callback ? context.Redirect(callback, "ok") : Expired;
}
