using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.WebUtilities;

namespace AvayaCloud.Identity;

/// <summary>Logs and counts the sign-ins. A failed one leads to a page with its cause.</summary>
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
        var failure = context.Failure as SignInFailedException;
        // Any other exception is a bug. The user still gets a page, and the log the exception's type.
        var cause = failure?.Cause ?? SignInCause.ProviderDown;
        var detail = failure?.Message ?? context.Failure?.GetBaseException().GetType().Name ?? "unknown";
        // For addresses, logs and metrics, such as lost-cookie.
        var code = JsonNamingPolicy.KebabCaseLower.ConvertName(cause.ToString());
        if (cause == SignInCause.Denied)
            Denied(logger);
        else
            Failed(logger, code, detail);

        metrics.SignedIn(code);
        context.HandleResponse();
        var options = (AvayaCloudOptions)context.Options;
        var returnUrl = ReturnUrl.Sanitize(context.Properties?.RedirectUri);
        if (await SilentRetry.TryAsync(context.HttpContext, options, cause, returnUrl))
            return;
        var query = new Dictionary<string, string?> { ["cause"] = code, ["returnUrl"] = returnUrl };
        context.Response.Redirect(QueryHelpers.AddQueryString(context.Request.PathBase + options.ProblemPath, query));
    }

    [LoggerMessage(2001, LogLevel.Information, "Signed in, session {Session}.")]
    private static partial void SignedIn(ILogger logger, SessionId session);

    [LoggerMessage(2002, LogLevel.Information, "The user declined consent.")]
    private static partial void Denied(ILogger logger);

    [LoggerMessage(2003, LogLevel.Warning, "A sign-in failed, cause {Cause}: {Detail}.")]
    private static partial void Failed(ILogger logger, string cause, string detail);
}
