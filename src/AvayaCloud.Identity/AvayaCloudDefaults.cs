namespace AvayaCloud.Identity;

/// <summary>Names that the sign-in and its session are known by.</summary>
public static class AvayaCloudDefaults
{
    /// <summary>The scheme of the OAuth handler.</summary>
    public const string AuthenticationScheme = "AvayaCloud";

    /// <summary>The scheme of the session cookie.</summary>
    public const string SessionScheme = "Session";

    /// <summary>What the sign-in button names.</summary>
    public const string DisplayName = "Avaya Cloud";

    /// <summary>Where the provider sends the browser back to.</summary>
    public const string CallbackPath = "/signin-avaya";

    /// <summary>The configuration section of <see cref="AvayaCloudSettings"/>.</summary>
    public const string Section = "AvayaCloud";
}
