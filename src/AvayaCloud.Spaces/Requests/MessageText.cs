using System.Net;

namespace AvayaCloud.Spaces;

/// <summary>Message text is HTML, normally one paragraph [repo WEB] [repo LT k6/src/chat.js].</summary>
public static class MessageText
{
    /// <summary>Somebody's own words, letter by letter; line breaks stay.</summary>
    public static string FromPlain(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return "<p>" + WebUtility.HtmlEncode(text.ReplaceLineEndings("\n")).Replace("\n", "<br>", StringComparison.Ordinal) + "</p>";
    }
}
