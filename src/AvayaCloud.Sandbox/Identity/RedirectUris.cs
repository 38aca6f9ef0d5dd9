namespace AvayaCloud.Sandbox.Identity;

internal static class RedirectUris
{
    private const string DefaultCallbackPath = "/signin-avaya";

    /// <summary>RFC 9700 §2.1: registered addresses are compared character by character. Without one, any loopback port will do.</summary>
    public static bool IsAllowed(SandboxOptions options, string? redirectUri)
    {
        if (!Uri.TryCreate(redirectUri, UriKind.Absolute, out var uri) || uri.Fragment.Length > 0)
            return false;
        if (options.RedirectUris.Count > 0)
            return options.RedirectUris.Contains(redirectUri, StringComparer.Ordinal);
        return uri.Scheme is "http" or "https"
            && uri.UserInfo.Length == 0
            && PublicAddress.IsLoopback(uri.Host)
            && uri.AbsolutePath.EndsWith(DefaultCallbackPath, StringComparison.Ordinal);
    }
}
