using System.Text.RegularExpressions;

namespace AvayaCloud.Identity;

/// <summary>The address after sign-in and sign-out: a path of this app, or its front page (RFC 9700 section 4.11).</summary>
public static partial class ReturnUrl
{
    internal const string Home = "/";

    // Short enough for every browser and proxy, together with the state that contains it.
    private const int MaxLength = 1024;

    // Returning there would sign in or out again, or show an old problem.
    private static readonly string[] Excluded = ["/signin", "/signout", "/signed-out", "/session-ended"];

    /// <summary>The address if it is a local path, encoded for a Location header; else the front page.</summary>
    public static string Sanitize(string? address) => IsLocal(address) ? EncodeNonAscii(address!) : Home;

    // One leading slash, and nothing in the path that a browser, a proxy or a second decoding could read as another host: no backslashes,
    // control characters, double slashes, dot segments or characters that look like slashes.
    private static bool IsLocal(string? address)
    {
        if (address is not { Length: > 0 and <= MaxLength } || address[0] != '/' || address.Any(c => char.IsControl(c) || c == '\\'))
            return false;

        var end = address.AsSpan().IndexOfAny('?', '#');
        var path = end >= 0 ? address[..end] : address;
        var decoded = Uri.UnescapeDataString(Uri.UnescapeDataString(path));
        return !decoded.Contains("//", StringComparison.Ordinal)
            && !decoded.Any(c => char.IsControl(c) || c is '\\' or '\u2028' or '\u2029' or '\u2044' or '\u2215' or '\uFF0F' or '\uFF3C')
            && !decoded.Split('/').Any(segment => segment is "." or "..")
            && !Excluded.Any(excluded => decoded.StartsWith(excluded, StringComparison.OrdinalIgnoreCase));
    }

    // RFC 3987 section 3.1. The server throws on a header that is not ASCII.
    private static string EncodeNonAscii(string address) => InvisibleOrNotAscii().Replace(address, run => Uri.EscapeDataString(run.Value));

    [GeneratedRegex("[^!-~]+", RegexOptions.None, 1000)]
    private static partial Regex InvisibleOrNotAscii();
}
