using System.Diagnostics.CodeAnalysis;

namespace AvayaCloud.Spaces;

/// <summary>The links from page to page of one walk. A link is the API's data, and the token goes where it points: it must stay on the
/// API's own origin, beneath its own path, and lead nowhere twice. An API behind a proxy that ends TLS writes http for https: such a link
/// is asked for at the configured origin.</summary>
internal sealed class NextPageLinks(Uri baseUrl)
{
    private const int MostPages = 5000;
    private const int LongestLink = 8192;

    private readonly HashSet<string> _walked = new(StringComparer.Ordinal);
    private readonly string _beneath = baseUrl.AbsolutePath.TrimEnd('/') + "/";

    public bool TryFollow(string link, [NotNullWhen(true)] out Uri? address) =>
        (address = Uri.TryCreate(baseUrl, link, out var target) ? AtConfiguredScheme(target) : null) is not null
        && IsPlain(link)
        && baseUrl.IsSameOriginAs(address)
        && address.AbsolutePath.StartsWith(_beneath, StringComparison.Ordinal)
        && _walked.Count < MostPages
        && _walked.Add(address.PathAndQuery);

    private Uri AtConfiguredScheme(Uri link)
    {
        var isOtherScheme = link.Scheme != baseUrl.Scheme && (link.Scheme == Uri.UriSchemeHttp || link.Scheme == Uri.UriSchemeHttps);
        return isOtherScheme && (link.IsDefaultPort || link.Port == baseUrl.Port)
            ? new UriBuilder(link) { Scheme = baseUrl.Scheme, Port = baseUrl.Port }.Uri
            : link;
    }

    // Whatever two parsers could read in two ways.
    private static bool IsPlain(string link)
    {
        var path = Uri.UnescapeDataString(link.Split('?', 2)[0]);
        return link.Length <= LongestLink
            && !path.Contains("..", StringComparison.Ordinal)
            && !link.Any(character => character is '\\' or <= ' ' or '\x7f');
    }
}
