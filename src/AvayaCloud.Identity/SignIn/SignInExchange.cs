namespace AvayaCloud.Identity;

/// <summary>Turns the token response into a session: the provider names the user over the back channel.</summary>
internal sealed partial class SignInExchange(
    UserInfoEndpoints endpoints, SignedInUserCompletion users, TimeProvider clock, ILogger<SignInExchange> logger)
{
    private int _isTokenInfoMissingLogged;

    public async Task<Outcome> OpenSessionAsync(TokenResponse tokenResponse, CancellationToken cancellationToken)
    {
        if (tokenResponse is TokenResponse.Refused(var error))
            return new Failed(SignInCause.ProviderRefused, $"the token endpoint refused the code: {error}");
        if (tokenResponse is not TokenResponse.Granted granted)
            return new Failed(SignInCause.ProviderDown, $"the token endpoint: {((TokenResponse.Unavailable)tokenResponse).Reason}");

        SignedInUser? tokenInfo = null;
        var response = granted.IdToken is { } idToken
            ? await endpoints.ReadTokenInfoAsync(idToken, cancellationToken)
            : new UserInfoResponse.NotServed();
        switch (response)
        {
            case UserInfoResponse.Known(var named):
                tokenInfo = named;
                break;
            case UserInfoResponse.NotServed:
                if (Interlocked.Exchange(ref _isTokenInfoMissingLogged, 1) == 0)
                    TokenInfoMissing(logger);
                break;
            case UserInfoResponse.Failed(var cause, var detail):
                return new Failed(cause, $"tokeninfo: {detail}");
        }

        var id = SessionId.Create();
        var timeout = tokenInfo is null ? Timeout.InfiniteTimeSpan : SignedInUserCompletion.WaitWhenKnown;
        var me = await users.AskAsync(id, granted.Access, timeout, cancellationToken);
        if (FindUser(me, tokenInfo, granted.IdTokenSubject) is not { } user)
        {
            var failed = (UserInfoResponse.Failed)me;
            return new Failed(failed.Cause, $"users/me: {failed.Detail}");
        }

        var now = clock.GetUtcNow();
        var tokens = new TokenSet(Generation: 1, granted.Access, granted.Refresh, now, now + granted.Lifetime, granted.Grant);
        return new Opened(new Session(id, user, now, now, tokens));
    }

    /// <summary>Null when neither endpoint names the user, or the API refuses the token.</summary>
    private SignedInUser? FindUser(UserInfoResponse me, SignedInUser? tokenInfo, string? subject)
    {
        switch (me)
        {
            case UserInfoResponse.Known(var user):
                // The provider's own samples disagree between the three ([seed 1]). The user whom the access token serves counts.
                var haveAllIds = subject is not null && tokenInfo is not null && user.IdentityId is not null;
                if (haveAllIds && subject != tokenInfo!.IdentityId && subject != user.IdentityId)
                    SubjectsDiffer(logger);
                return user.MergeMissingFrom(tokenInfo);
            // The Spaces API is down, but tokeninfo has named the user and confirmed the audience.
            case UserInfoResponse.Failed(SignInCause.ProviderDown, var reason)
                when tokenInfo?.MergeMissingFrom(null) is { IdentityId: not null } alone:
                TokenInfoAlone(logger, reason);
                return alone;
            default:
                return null;
        }
    }

    internal abstract record Outcome;

    internal sealed record Opened(Session Session) : Outcome;

    internal sealed record Failed(SignInCause Cause, string Detail) : Outcome;

    [LoggerMessage(2101, LogLevel.Warning, "The id_token's subject is neither tokeninfo's nor users/me's. The portal trusts users/me.")]
    private static partial void SubjectsDiffer(ILogger logger);

    [LoggerMessage(2102, LogLevel.Warning,
        "tokeninfo is not served at AvayaCloud:TokenInfoPath, or there was no id_token: the audience of sign-ins is not checked. "
        + "Logged once.")]
    private static partial void TokenInfoMissing(ILogger logger);

    [LoggerMessage(2103, LogLevel.Warning, "users/me did not respond ({Reason}): signed in by tokeninfo alone.")]
    private static partial void TokenInfoAlone(ILogger logger, string reason);
}
