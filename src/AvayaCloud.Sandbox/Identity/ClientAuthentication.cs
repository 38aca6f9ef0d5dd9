using System.Net;
using System.Net.Http.Headers;

namespace AvayaCloud.Sandbox.Identity;

internal static class ClientAuthentication
{
    /// <summary>Accepts credentials in the body, as documented, and HTTP Basic, as DOP does. Without a secret the client is a public one
    /// (RFC 6749 §2.1). False for a client that is not registered.</summary>
    public static bool TryAuthenticate(HttpRequest request, IFormCollection form, SandboxClient client, out bool isPublicClient)
    {
        var basic = ReadBasic(request);
        var id = basic is null ? form.GetSingle("client_id") : basic.UserName;
        var secret = basic is null ? form.GetSingle("client_secret") : basic.Password;
        isPublicClient = secret is null;
        return id == client.ClientId && (isPublicClient || secret == client.ClientSecret);
    }

    /// <summary>Null without the header; empty credentials for a header that is not valid.</summary>
    private static NetworkCredential? ReadBasic(HttpRequest request)
    {
        if (!AuthenticationHeaderValue.TryParse(request.Headers.Authorization, out var header)
            || !string.Equals(header.Scheme, "Basic", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var encoded = header.Parameter ?? "";
        var bytes = new byte[encoded.Length];
        if (!Convert.TryFromBase64String(encoded, bytes, out var length))
            return new NetworkCredential();
        // RFC 6749 §2.3.1: both halves are form-encoded before they are joined.
        return Encoding.UTF8.GetString(bytes, 0, length).Split(':', 2) is [var id, var secret]
            ? new NetworkCredential(WebUtility.UrlDecode(id), WebUtility.UrlDecode(secret))
            : new NetworkCredential();
    }
}
