namespace AvayaCloud.Identity;

/// <summary>Why a sign-in did not end in a session, as far as the person and the operator need to know it.</summary>
public enum SignInCause
{
    /// <summary>The person said no at the consent page (RFC 6749 section 4.1.2.1).</summary>
    Denied,

    /// <summary>The sign-in took longer than 15 minutes, or its answer came a second time.</summary>
    Stale,

    /// <summary>The answer is good, but this browser has no cookie of its start.</summary>
    LostCookie,

    /// <summary>The answer is none that this portal asked for.</summary>
    Tampered,

    /// <summary>Avaya Cloud could not be reached, or answered nonsense.</summary>
    ProviderDown,

    /// <summary>Avaya Cloud refused the sign-in.</summary>
    ProviderRefused,

    /// <summary>The tokens were made for another client.</summary>
    WrongAudience,
}

/// <summary>Carries the cause through the framework's remote-failure channel, which takes an exception; it is never thrown by us.</summary>
public sealed class SignInProblemException(SignInCause cause, string detail) : AuthenticationFailureException(detail)
{
    /// <summary>The cause.</summary>
    public SignInCause Cause => cause;
}

/// <summary>The causes as they stand in addresses, logs and metrics.</summary>
public static class SignInCauses
{
    /// <summary>The cause's code: lower case, words joined by hyphens.</summary>
    public static string Code(this SignInCause cause) => cause switch
    {
        SignInCause.Denied => "denied",
        SignInCause.Stale => "stale",
        SignInCause.LostCookie => "lost-cookie",
        SignInCause.Tampered => "tampered",
        SignInCause.ProviderDown => "provider-down",
        SignInCause.ProviderRefused => "provider-refused",
        SignInCause.WrongAudience => "wrong-audience",
        _ => "unknown",
    };
}
