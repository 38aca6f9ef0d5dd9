using AngleSharp.Dom;
using Ganss.Xss;

namespace SpacesPortal.Components.Formatting;

/// <summary>The text of messages is HTML by other people. It is rebuilt from an allow-list: a few tags of text, and links to http and https
/// (security 7.12).</summary>
internal static class MessageHtml
{
    private const int MaxLength = 100_000;

    private static readonly HtmlSanitizer Sanitizer = Create();

    public static MarkupString Of(string? html) => new(Clean(html));

    /// <summary>The text alone, in one line: for titles, quotes and comparisons.</summary>
    public static string Text(string? html)
    {
        using var document = Sanitizer.SanitizeDom(Shortened(html));
        return string.Join(' ', (document.Body?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>For an edit field: paragraphs and breaks become lines.</summary>
    public static string Lines(string? html)
    {
        using var document = Sanitizer.SanitizeDom(Shortened(html));
        if (document.Body is not { } body)
            return "";
        foreach (var line in body.QuerySelectorAll("br, p, li, blockquote, pre").ToList())
            line.InsertAfter(document.CreateTextNode("\n"));
        return body.TextContent.TrimEnd('\n');
    }

    private static string Clean(string? html) => Sanitizer.Sanitize(Shortened(html));

    private static string Shortened(string? html) => html is { Length: > MaxLength } ? html[..MaxLength] : html ?? "";

    private static HtmlSanitizer Create()
    {
        var sanitizer = new HtmlSanitizer(new HtmlSanitizerOptions
        {
            AllowedTags = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
            {
                "p", "br", "b", "strong", "i", "em", "u", "s", "code", "pre", "blockquote", "ul", "ol", "li", "a",
            },
            AllowedAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "href" },
            UriAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "href" },
            AllowedSchemes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "http", "https" },
        })
        {
            // The text of a tag that is not allowed stays.
            KeepChildNodes = true,
        };
        sanitizer.RemovingTag += (_, removed) => RemoveCode(removed.Tag);
        sanitizer.PostProcessNode += (_, node) => MakeExternal(node.Node);
        return sanitizer;
    }

    private static void RemoveCode(IElement element)
    {
        if (element.LocalName is "script" or "style" or "template" or "title" or "noscript" or "textarea")
            element.TextContent = "";
    }

    private static void MakeExternal(INode node)
    {
        if (node is not IElement { LocalName: "a" } link)
            return;
        // Relative addresses would lead into the portal.
        var isAbsolute = Uri.TryCreate(link.GetAttribute("href"), UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp);
        if (!isAbsolute)
        {
            link.RemoveAttribute("href");
            return;
        }

        link.SetAttribute("target", "_blank");
        link.SetAttribute("rel", "noopener noreferrer nofollow");
    }
}
