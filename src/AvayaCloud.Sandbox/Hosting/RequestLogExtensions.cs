namespace AvayaCloud.Sandbox.Hosting;

/// <summary>Lets an endpoint say in the log how the current request went.</summary>
internal static class RequestLogExtensions
{
    public static void SetOutcome(this HttpContext context, string outcome, Person? user = null)
    {
        if (context.Features.Get<LoggedRequest>() is not { } entry)
            return;
        entry.Outcome = outcome;
        entry.User = user?.Login ?? entry.User;
    }

    public static IResult Redirect(this HttpContext context, string url, string outcome, Person? user = null)
    {
        context.SetOutcome(outcome, user);
        context.Response.Headers.CacheControl = "no-store";
        return Results.Redirect(url);
    }
}
