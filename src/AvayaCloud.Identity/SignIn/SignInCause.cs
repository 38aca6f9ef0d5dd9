namespace AvayaCloud.Identity;

/// <summary>Why a sign-in failed, for the user and the operator.</summary>
internal enum SignInCause
{
    /// <summary>The user declined consent (RFC 6749 section 4.1.2.1).</summary>
    Denied,

    /// <summary>The sign-in took longer than 15 minutes, or its response came a second time.</summary>
    Stale,

    /// <summary>The response is valid, but this browser has no cookie of the sign-in.</summary>
    LostCookie,

    /// <summary>The response does not belong to a sign-in of this portal.</summary>
    Tampered,

    /// <summary>Avaya Cloud could not be reached, or its response was unusable.</summary>
    ProviderDown,

    /// <summary>Avaya Cloud refused the sign-in.</summary>
    ProviderRefused,

    /// <summary>The tokens were issued to another client.</summary>
    WrongAudience,
}

/// <summary>Carries the cause through the framework's remote failure, which takes an exception. It is never thrown.</summary>
internal sealed class SignInFailedException(SignInCause cause, string detail) : AuthenticationFailureException(detail)
{
    public SignInCause Cause => cause;
}
