using System.Text.RegularExpressions;

namespace AvayaCloud.Sandbox.Hosting;

/// <summary>The name by which the log counts a call and a fault aims at it.</summary>
internal static partial class CallKind
{
    public static string Of(string path, string? grant)
    {
        var plain = path.TrimEnd('/').ToLowerInvariant();
        return plain switch
        {
            "/oauth2/authorize" => "authorize",
            "/oauth2/authorize/confirm" => "consent",
            "/oauth2/redirect" => "redirect",
            "/oauth2/access_token" => Token(grant),
            "/oauth2/tokeninfo" => "tokeninfo",
            "/oauth2/revoke_token" => "revoke",
            "/api/1.0/jwt/get_jwt_token" => "jwt",
            "/account/login" => "login",
            "/account/logout" => "logout",
            "/health" => "health",
            "/storage" => "storage",
            "/socket.io" => "socket",
            _ when IsOwn(plain) => "sandbox",
            _ when plain.StartsWith("/api/", StringComparison.Ordinal) => Api(plain),
            _ => "other",
        };
    }

    // The sandbox's own pages and pictures are no part of Avaya Cloud: neither counted nor broken by faults.
    public static bool IsOwn(string path) =>
        path.Length <= 1
            || path.StartsWith("/_sandbox", StringComparison.OrdinalIgnoreCase)
            || path.StartsWith("/norevimages/", StringComparison.OrdinalIgnoreCase);

    private static string Token(string? grant) => grant switch
    {
        "authorization_code" => "token.code",
        "refresh_token" => "token.refresh",
        "password" => "token.password",
        _ => "token",
    };

    private static string Api(string path) =>
        ObjectId().Replace(path, "/{id}").Replace("/topics", "/spaces", StringComparison.Ordinal).TrimStart('/').Replace('/', '.');

    [GeneratedRegex("/[0-9a-f]{24}(?=/|$)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ObjectId();
}
