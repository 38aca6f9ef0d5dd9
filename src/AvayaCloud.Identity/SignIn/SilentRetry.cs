namespace AvayaCloud.Identity;

/// <summary>
/// A sign-in that lost its way (the Back button, a second submit, a cookie that a browser dropped) heals itself once: by the session that
/// is there already, or by a new start that the provider mostly answers without a question. The second time the person gets a page.
/// </summary>
internal static class SilentRetry
{
    private static readonly TimeSpan Once = TimeSpan.FromMinutes(2);

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
        cookie.MaxAge = Once;
        context.Response.Cookies.Append(name, "once", cookie);
        await context.ChallengeAsync(AvayaCloudDefaults.AuthenticationScheme, new AuthenticationProperties { RedirectUri = returnUrl });
        return true;
    }
}
