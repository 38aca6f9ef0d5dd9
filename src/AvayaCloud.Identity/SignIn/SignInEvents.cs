using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.WebUtilities;

namespace AvayaCloud.Identity;

/// <summary>How a sign-in ends: logged with its cause, and a failed one on a calm page instead of an exception.</summary>
internal sealed partial class SignInEvents(SessionMetrics metrics, ILogger<SignInEvents> logger) : OAuthEvents
{
    public override Task TicketReceived(TicketReceivedContext context)
    {
        if (context.Principal!.TryGetSessionId(out var id))
            SignedIn(logger, id);
        metrics.SignedIn("ok");
        return Task.CompletedTask;
    }

    public override async Task RemoteFailure(RemoteFailureContext context)
    {
        var problem = context.Failure as SignInProblemException;
        // What is none of ours is a bug; the person still gets a page, and the operator the exception's kind.
        var cause = problem?.Cause ?? SignInCause.ProviderDown;
        var detail = problem?.Message ?? context.Failure?.GetBaseException().GetType().Name ?? "unknown";
        if (cause == SignInCause.Denied)
            Denied(logger);
        else
            Failed(logger, cause.Code(), detail);

        metrics.SignedIn(cause.Code());
        context.HandleResponse();
        var options = (AvayaCloudOptions)context.Options;
        var returnUrl = ReturnUrl.Sanitize(context.Properties?.RedirectUri);
        if (await SilentRetry.TryAsync(context.HttpContext, options, cause, returnUrl))
            return;
        var query = new Dictionary<string, string?> { ["cause"] = cause.Code(), ["returnUrl"] = returnUrl };
        context.Response.Redirect(QueryHelpers.AddQueryString(context.Request.PathBase + options.ProblemPath, query));
    }

    [LoggerMessage(2001, LogLevel.Information, "Signed in, session {Session}.")]
    private static partial void SignedIn(ILogger logger, SessionId session);

    [LoggerMessage(2002, LogLevel.Information, "Consent was denied.")]
    private static partial void Denied(ILogger logger);

    [LoggerMessage(2003, LogLevel.Warning, "A sign-in failed, cause {Cause}: {Detail}.")]
    private static partial void Failed(ILogger logger, string cause, string detail);
}
