using System.Net;
using System.Net.Http.Headers;
using System.Text;
using AvayaCloud.Sandbox.Hosting;

namespace AvayaCloud.Sandbox.Identity;

/// <summary>The two client types of RFC 6749 §2.1.</summary>
internal enum ClientType
{
    Confidential,
    Public,
}

internal static class ClientAuthentication
{
    /// <summary>Credentials in the body, as documented, or HTTP Basic, as DOP accepts it. Null: the client is not registered.</summary>
    public static ClientType? Authenticate(HttpRequest request, IFormCollection form, SandboxClient client)
    {
        if (!TryReadBasic(request, out var id, out var secret))
        {
            id = form.GetSingle("client_id");
            secret = form.GetSingle("client_secret");
        }

        if (!client.HasId(id))
            return null;
        if (secret is null)
            return ClientType.Public;
        return client.HasSecret(secret) ? ClientType.Confidential : null;
    }

    private static bool TryReadBasic(HttpRequest request, out string? id, out string? secret)
    {
        id = null;
        secret = null;
        if (!AuthenticationHeaderValue.TryParse(request.Headers.Authorization, out var header)
            || !string.Equals(header.Scheme, "Basic", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var encoded = header.Parameter ?? "";
        var bytes = new byte[encoded.Length];
        if (!Convert.TryFromBase64String(encoded, bytes, out var length))
            return true;
        // RFC 6749 §2.3.1: both halves are form-encoded before they are joined.
        var parts = Encoding.UTF8.GetString(bytes, 0, length).Split(':', 2);
        if (parts.Length == 2)
        {
            id = WebUtility.UrlDecode(parts[0]);
            secret = WebUtility.UrlDecode(parts[1]);
        }

        return true;
    }
}
