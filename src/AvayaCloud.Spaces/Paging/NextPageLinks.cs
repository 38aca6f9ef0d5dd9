using System.Diagnostics.CodeAnalysis;

namespace AvayaCloud.Spaces;

/// <summary>The links to the next pages of one list. The token is sent to where a link points, and the API chooses the link. So it must
/// stay on the API's own origin and below its path, and no link is followed twice. An API behind a proxy that terminates TLS writes http
/// for https; such a link is requested from the configured origin.</summary>
internal sealed class NextPageLinks(Uri baseUrl)
{
    private const int MaxPages = 5000;
    private const int MaxLength = 8192;

    private readonly HashSet<string> _followed = new(StringComparer.Ordinal);
    private readonly string _basePath = baseUrl.AbsolutePath.TrimEnd('/') + "/";

    public bool TryFollow(string link, [NotNullWhen(true)] out Uri? address)
    {
        address = Uri.TryCreate(baseUrl, link, out var target) ? WithConfiguredScheme(target) : null;
        return address is not null
            && IsUnambiguous(link)
            && baseUrl.IsSameOriginAs(address)
            && address.AbsolutePath.StartsWith(_basePath, StringComparison.Ordinal)
            && _followed.Count < MaxPages
            && _followed.Add(address.PathAndQuery);
    }

    private Uri WithConfiguredScheme(Uri link)
    {
        var isOtherScheme = link.Scheme != baseUrl.Scheme && (link.Scheme == Uri.UriSchemeHttp || link.Scheme == Uri.UriSchemeHttps);
        return isOtherScheme && (link.IsDefaultPort || link.Port == baseUrl.Port)
            ? new UriBuilder(link) { Scheme = baseUrl.Scheme, Port = baseUrl.Port }.Uri
            : link;
    }

    // Without anything that two URL parsers could read differently.
    private static bool IsUnambiguous(string link)
    {
        var path = Uri.UnescapeDataString(link.Split('?', 2)[0]);
        return link.Length <= MaxLength
            && !path.Contains("..", StringComparison.Ordinal)
            && !link.Any(character => character is '\\' or <= ' ' or '\x7f');
    }
}
