namespace AvayaCloud.Identity;

/// <summary>From the token endpoint's answer to a session: who signed in, said by the provider over the back channel.</summary>
internal sealed partial class SignInExchange(
    UserInfoEndpoints identity, SignedInUserCompletion people, TimeProvider clock, ILogger<SignInExchange> logger)
{
    private int _warned;

    public async Task<Outcome> OpenSessionAsync(TokenResponse answer, CancellationToken cancellationToken)
    {
        if (answer is TokenResponse.Refused(var error))
            return new Failed(SignInCause.ProviderRefused, $"the token endpoint refused the code: {error}");
        if (answer is not TokenResponse.Granted granted)
            return new Failed(SignInCause.ProviderDown, $"the token endpoint: {((TokenResponse.Unavailable)answer).Reason}");

        var (tokenInfo, infoFailure) = await ReadTokenInfoAsync(granted, cancellationToken);
        if (infoFailure is not null)
            return infoFailure;

        var id = SessionId.Create();
        var me = await people.AskAsync(
            id, granted.Access, tokenInfo is null ? Timeout.InfiniteTimeSpan : SignedInUserCompletion.Patience, cancellationToken);
        if (PersonOf(me, tokenInfo, granted.IdTokenSubject) is not { } person)
            return Failure("users/me", me);

        var now = clock.GetUtcNow();
        var set = new TokenSet(1, granted.Access, granted.Refresh, now, now + granted.Lifetime, granted.Grant);
        return new Opened(new Session(id, person, now, now, set));
    }

    /// <summary>Null when nobody says who it is, or when the API does not want the person.</summary>
    private SignedInUser? PersonOf(UserInfoResponse me, SignedInUser? tokenInfo, string? subject)
    {
        switch (me)
        {
            case UserInfoResponse.Known(var user):
                var allThreeNamed = subject is not null && tokenInfo is not null && user.IdentityId is not null;
                if (allThreeNamed && subject != tokenInfo!.IdentityId && subject != user.IdentityId)
                    SubjectsDiffer(logger);
                return user.MergeMissingFrom(tokenInfo);
            // The Spaces API is down, the sign-in service is not: it has said who this is, and that the tokens are ours.
            case UserInfoResponse.Unavailable(var reason) when tokenInfo?.MergeMissingFrom(null) is { IdentityId: not null } alone:
                TokenInfoAlone(logger, reason);
                return alone;
            default:
                return null;
        }
    }

    private async Task<(SignedInUser? TokenInfo, Failed? Failure)> ReadTokenInfoAsync(
        TokenResponse.Granted granted, CancellationToken cancellationToken)
    {
        var answer = granted.IdToken is { } idToken
            ? await identity.ReadTokenInfoAsync(idToken, cancellationToken)
            : new UserInfoResponse.NotServed();
        switch (answer)
        {
            case UserInfoResponse.Known(var person):
                return (person, null);
            case UserInfoResponse.NotServed:
                if (Interlocked.Exchange(ref _warned, 1) == 0)
                    TokenInfoMissing(logger);
                return (null, null);
            default:
                return (null, Failure("tokeninfo", answer));
        }
    }

    private static Failed Failure(string endpoint, UserInfoResponse answer) => answer switch
    {
        UserInfoResponse.OtherAudience => new Failed(SignInCause.WrongAudience, $"{endpoint} names another client as the audience"),
        UserInfoResponse.Refused(var status) => new Failed(SignInCause.ProviderRefused, $"{endpoint} answered {status}"),
        UserInfoResponse.Unavailable(var reason) => new Failed(SignInCause.ProviderDown, $"{endpoint}: {reason}"),
        _ => new Failed(SignInCause.ProviderDown, $"{endpoint} has no answer"),
    };

    internal abstract record Outcome;

    internal sealed record Opened(Session Session) : Outcome;

    internal sealed record Failed(SignInCause Cause, string Detail) : Outcome;

    // The provider's own samples disagree between id_token, tokeninfo and users/me ([seed 1]); what counts is whom the access token serves.
    [LoggerMessage(2101, LogLevel.Warning, "The id_token's subject is neither tokeninfo's nor users/me's; users/me is believed.")]
    private static partial void SubjectsDiffer(ILogger logger);

    [LoggerMessage(2102, LogLevel.Warning,
        "tokeninfo is not served at AvayaCloud:TokenInfoPath, or there was no id_token: the audience of sign-ins is not checked. Said"
        + " once.")]
    private static partial void TokenInfoMissing(ILogger logger);

    [LoggerMessage(2103, LogLevel.Warning,
        "users/me gave no answer ({Reason}): signed in by tokeninfo alone, the rest of the profile follows.")]
    private static partial void TokenInfoAlone(ILogger logger, string reason);
}
