using System.Text.RegularExpressions;

namespace AvayaCloud.Sandbox.Hosting;

/// <summary>The name of an endpoint in the request log and in faults.</summary>
internal static partial class EndpointKind
{
    public static string Get(string path, string? grantType)
    {
        var normalized = path.TrimEnd('/').ToLowerInvariant();
        return normalized switch
        {
            "/oauth2/authorize" => "authorize",
            "/oauth2/authorize/confirm" => "consent",
            "/oauth2/redirect" => "redirect",
            "/oauth2/access_token" => GetTokenKind(grantType),
            "/oauth2/tokeninfo" => "tokeninfo",
            "/oauth2/revoke_token" => "revoke",
            "/api/1.0/jwt/get_jwt_token" => "jwt",
            "/account/login" => "login",
            "/account/logout" => "logout",
            "/health" => "health",
            "/storage" => "storage",
            "/socket.io" => "socket",
            _ when normalized.StartsWith("/api/", StringComparison.Ordinal) => GetApiKind(normalized),
            _ => "other",
        };
    }

    /// <summary>The sandbox's own pages and pictures are not part of Avaya Cloud: they are not logged, and faults do not apply.</summary>
    public static bool IsOwn(string path) =>
        path.Length <= 1
            || path.StartsWith("/_sandbox", StringComparison.OrdinalIgnoreCase)
            || path.StartsWith("/norevimages/", StringComparison.OrdinalIgnoreCase);

    private static string GetTokenKind(string? grantType) => grantType switch
    {
        "authorization_code" => "token.code",
        "refresh_token" => "token.refresh",
        "password" => "token.password",
        _ => "token",
    };

    private static string GetApiKind(string path) =>
        ObjectId().Replace(path, "/{id}").Replace("/topics", "/spaces", StringComparison.Ordinal).TrimStart('/').Replace('/', '.');

    [GeneratedRegex("/[0-9a-f]{24}(?=/|$)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ObjectId();
}
