using System.Net.Http.Headers;

namespace AvayaCloud.Sandbox.Identity;

/// <summary>Who calls the token endpoint: the registered client, with its secret or (public) without.</summary>
internal sealed record ClientCredentials(bool IsPublic)
{
    /// <summary>In the body, as documented; Basic as DOP takes it. Null: not our client.</summary>
    public static ClientCredentials? Of(HttpRequest request, IFormCollection form, SandboxClient client)
    {
        var (id, secret) = Basic(request) ?? (form.One("client_id"), form.One("client_secret"));
        if (!client.IsClient(id))
            return null;
        if (secret is null)
            return new ClientCredentials(IsPublic: true);
        return client.IsSecret(secret) ? new ClientCredentials(IsPublic: false) : null;
    }

    private static (string? Id, string? Secret)? Basic(HttpRequest request)
    {
        if (!AuthenticationHeaderValue.TryParse(request.Headers.Authorization, out var header)
            || !string.Equals(header.Scheme, "Basic", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var bytes = new byte[(header.Parameter?.Length ?? 0) + 3];
        if (!Convert.TryFromBase64String(header.Parameter ?? "", bytes, out var length))
            return (null, null);
        // RFC 6749 §2.3.1: both halves are form-encoded before they are joined.
        var parts = Encoding.UTF8.GetString(bytes, 0, length).Split(':', 2);
        return parts.Length == 2 ? (Decoded(parts[0]), Decoded(parts[1])) : (null, null);
    }

    private static string Decoded(string text) => System.Net.WebUtility.UrlDecode(text);
}
