using System.Text;

namespace AvayaCloud.Spaces;

/// <summary>The guide's sample has the key's line breaks in the JSON text as they are, which RFC 8259 section 7 does not allow.</summary>
internal static class RawNewlines
{
    public static string Escape(string json)
    {
        var text = new StringBuilder(json.Length + 64);
        var (inside, escaped) = (false, false);
        foreach (var letter in json.TrimStart('\uFEFF'))
        {
            text.Append(inside && letter < ' ' ? Escaped(letter) : letter.ToString());
            inside ^= letter == '"' && !escaped;
            escaped = letter == '\\' && !escaped && inside;
        }

        return text.ToString();
    }

    private static string Escaped(char letter) => letter switch
    {
        '\n' => "\\n",
        '\r' => "",
        _ => " ",
    };
}
