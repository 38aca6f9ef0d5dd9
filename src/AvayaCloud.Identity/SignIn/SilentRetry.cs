namespace AvayaCloud.Identity;

/// <summary>Repairs a sign-in once that failed because of the Back button, a second submit or a dropped cookie: with the session that
/// exists, or with a new challenge, which the provider usually answers without asking the user. The second time, the user sees a
/// page.</summary>
internal static class SilentRetry
{
    private static readonly TimeSpan RetryInterval = TimeSpan.FromMinutes(2);

    public static async Task<bool> TryAsync(HttpContext context, AvayaCloudOptions options, SignInCause cause, string returnUrl)
    {
        if (cause is not (SignInCause.LostCookie or SignInCause.Stale))
            return false;
        if ((await context.AuthenticateAsync(AvayaCloudDefaults.SessionScheme)).Succeeded)
        {
            context.Response.Redirect(returnUrl);
            return true;
        }

        var name = options.CorrelationCookie.Name!.Replace("signin-", "again", StringComparison.Ordinal);
        if (context.HasEndedSession() || context.Request.Cookies.ContainsKey(name))
            return false;
        var cookie = options.CorrelationCookie.Build(context);
        cookie.MaxAge = RetryInterval;
        context.Response.Cookies.Append(name, "once", cookie);
        await context.ChallengeAsync(AvayaCloudDefaults.AuthenticationScheme, new AuthenticationProperties { RedirectUri = returnUrl });
        return true;
    }
}
