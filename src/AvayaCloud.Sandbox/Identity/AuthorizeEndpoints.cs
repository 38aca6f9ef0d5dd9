using AvayaCloud.Sandbox.Identity.Pages;
using AvayaCloud.Sandbox.Pages;

namespace AvayaCloud.Sandbox.Identity;

/// <summary>From the client's link to the client's callback: authorize, confirm, redirect [wire 2.3].</summary>
internal static class AuthorizeEndpoints
{
    private const string ConfirmPath = "/oauth2/authorize/confirm";

    public static Task AuthorizeAsync(HttpContext context, SandboxClient client, SandboxOptions options, BrowserSessions sessions)
    {
        var reading = AuthorizationReading.Of(context.Request, client, options);
        if (reading is AuthorizationReading.Refused refused)
            return RefuseAsync(context, refused);

        var request = ((AuthorizationReading.Good)reading).Request;
        var session = sessions.FindOrStart(context);
        if (session.Person is null)
            return SeeOtherAsync(context, LoginEndpoints.PathFor(request.Original), "login");

        // Consent is asked every time [guess: DOP].
        session.Capture(request);
        return SeeOtherAsync(context, ConfirmPath, "captured", session.Person.Login);
    }

    public static Task ConfirmAsync(HttpContext context, BrowserSessions sessions)
    {
        var session = sessions.Find(context);
        if (session?.Person is not { } person)
            return SeeOtherAsync(context, LoginEndpoints.PathFor(ConfirmPath), "login");
        if (session.Open() is not { } request)
            return RefuseAsync(context, Expired);

        context.Outcome("asked", person.Login);
        return context.PageAsync<ConsentPage>(StatusCodes.Status200OK, new()
        {
            [nameof(ConsentPage.Account)] = person.Login,
            [nameof(ConsentPage.Permissions)] = request.Scopes.Select(scope => scope.Permission).ToList(),
            [nameof(ConsentPage.RequestId)] = request.Id,
            [nameof(ConsentPage.Origin)] = new Uri(request.RedirectUri).GetLeftPart(UriPartial.Authority),
            [nameof(ConsentPage.OtherAccount)] = LoginEndpoints.SignOutPathFor(request.Original),
            [nameof(ConsentPage.Csrf)] = Csrf.Token(context),
        });
    }

    /// <summary>Accept is the field <c>authorize</c>, denial the same form without it [guess: DOP].</summary>
    public static async Task DecideAsync(HttpContext context, BrowserSessions sessions, Decision decision)
    {
        var form = await context.FormAsync(context.RequestAborted);
        var session = sessions.Find(context);
        if (form is null || !Csrf.Holds(context, form.One(Csrf.Field)))
        {
            await RefuseAsync(context, LoginEndpoints.Forged, StatusCodes.Status403Forbidden);
        }
        else if (session?.Person is not { } person)
        {
            await SeeOtherAsync(context, LoginEndpoints.PathFor(ConfirmPath), "login");
        }
        else if (session.Open(form.One("request")) is not { } request)
        {
            await RefuseAsync(context, Expired);
        }
        else
        {
            var accepted = form.One("authorize") is not null;
            session.Decide(request, accepted ? decision.Accepted(request, person) : Decision.Denied(request));
            await SeeOtherAsync(context, "/oauth2/redirect", accepted ? "accepted" : "denied", person.Login);
        }
    }

    public static Task RedirectAsync(HttpContext context, BrowserSessions sessions) =>
        sessions.Find(context)?.TakeDecision() is { } callback ? SeeOtherAsync(context, callback, "ok") : RefuseAsync(context, Expired);

    internal static Task RefuseAsync(
        HttpContext context, AuthorizationReading.Refused refused, int status = StatusCodes.Status400BadRequest)
    {
        context.Outcome(refused.Error);
        return context.PageAsync<ProblemPage>(status, new()
        {
            [nameof(ProblemPage.Error)] = refused.Error,
            [nameof(ProblemPage.Description)] = refused.Description,
        });
    }

    internal static Task SeeOtherAsync(HttpContext context, string where, string outcome, string? person = null)
    {
        context.Outcome(outcome, person);
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Redirect(where);
        return Task.CompletedTask;
    }

    private static readonly AuthorizationReading.Refused Expired =
        new("expired_authorization", "This authorization has expired or was answered already. Please start again in the application.");
}
