using System.Net;

namespace AvayaCloud.Sandbox.Identity;

/// <summary>What holds for the one registered client.</summary>
internal static class ClientRules
{
    public const string Name = "Spaces Portal";

    private const string DefaultCallback = "/signin-avaya";

    public static SandboxClient Registered(SandboxOptions options) => new(
        options.ClientId ?? Derived.Hex(options.Seed, "client id", 20),
        options.ClientSecret ?? Derived.Hex(options.Seed, "client secret", 40));

    public static bool IsClient(this SandboxClient client, string? id) => Same(id, client.ClientId);

    public static bool IsSecret(this SandboxClient client, string? secret) => Same(secret, client.ClientSecret);

    /// <summary>RFC 9700 §2.1: letter by letter. The default rule lets a developer take any port.</summary>
    public static bool MayReturnTo(this SandboxOptions options, string? redirectUri)
    {
        if (!Uri.TryCreate(redirectUri, UriKind.Absolute, out var uri) || uri.Fragment.Length > 0)
            return false;
        if (options.RedirectUris.Count > 0)
            return options.RedirectUris.Contains(redirectUri, StringComparer.Ordinal);
        return uri.Scheme is "http" or "https"
            && uri.UserInfo.Length == 0
            && IsLoopback(uri)
            && uri.AbsolutePath.EndsWith(DefaultCallback, StringComparison.Ordinal);
    }

    private static bool IsLoopback(Uri uri) =>
        uri.Host == "localhost" || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));

    private static bool Same(string? given, string expected) =>
        given is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(expected));
}
