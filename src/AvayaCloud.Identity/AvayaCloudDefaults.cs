namespace AvayaCloud.Identity;

/// <summary>Names of the sign-in and its session.</summary>
public static class AvayaCloudDefaults
{
    /// <summary>The scheme of the OAuth handler.</summary>
    public const string AuthenticationScheme = "AvayaCloud";

    /// <summary>The scheme of the session cookie.</summary>
    public const string SessionScheme = "Session";

    /// <summary>For the sign-in button.</summary>
    public const string DisplayName = "Avaya Cloud";

    /// <summary>The path of the redirect_uri.</summary>
    public const string CallbackPath = "/signin-avaya";

    /// <summary>The configuration section of <see cref="AvayaCloudSettings"/>.</summary>
    public const string Section = "AvayaCloud";
}
