using System.Diagnostics.CodeAnalysis;

namespace AvayaCloud.Spaces;

/// <summary>
/// The links from page to page of one walk. A link is the API's data, and the token goes where it points: it must stay
/// on the API's own origin, beneath its own path, and lead nowhere twice.
/// </summary>
internal sealed class PageTrail(Uri baseUrl)
{
    private const int MostPages = 5000;
    private const int LongestLink = 8192;

    private readonly HashSet<string> _walked = new(StringComparer.Ordinal);
    private readonly string _beneath = baseUrl.AbsolutePath.TrimEnd('/') + "/";

    public bool TryFollow(string link, [NotNullWhen(true)] out Uri? address) =>
        Uri.TryCreate(baseUrl, link, out address)
        && IsPlain(link)
        && baseUrl.IsSameOriginAs(address)
        && address.AbsolutePath.StartsWith(_beneath, StringComparison.Ordinal)
        && _walked.Count < MostPages
        && _walked.Add(address.PathAndQuery);

    // Whatever two parsers could read in two ways.
    private static bool IsPlain(string link)
    {
        var path = Uri.UnescapeDataString(link.Split('?', 2)[0]);
        return link.Length <= LongestLink
            && !path.Contains("..", StringComparison.Ordinal)
            && !link.Any(character => character is '\\' or <= ' ' or '\x7f');
    }
}
