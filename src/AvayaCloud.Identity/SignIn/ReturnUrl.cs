namespace AvayaCloud.Identity;

/// <summary>Where the browser goes after sign-in and sign-out: a path of this portal, or its front page (RFC 9700 section 4.11).</summary>
public static class ReturnUrl
{
    /// <summary>The front page.</summary>
    public const string Home = "/";

    // What browsers and proxies carry without trouble, with room for the state that holds it.
    private const int MaxLength = 1024;

    // A return to these would sign in or out again, or show a problem that is over.
    private static readonly string[] Thresholds = ["/signin", "/signout", "/signed-out", "/session-ended"];

    /// <summary>The address when it is a local path, fit for a Location header; else <see cref="Home"/>.</summary>
    public static string Sanitize(string? address) => IsLocal(address) ? Ascii(address!) : Home;

    /// <summary>
    /// One slash first, and nothing in the path that a browser, a proxy or a second decoding could read as another host: backslashes,
    /// control characters, double slashes, dot segments and characters that look like slashes.
    /// </summary>
    public static bool IsLocal(string? address)
    {
        if (address is not { Length: > 0 and <= MaxLength } || address[0] != '/' || address.Any(c => char.IsControl(c) || c == '\\'))
            return false;

        var path = address.AsSpan().IndexOfAny('?', '#') is >= 0 and var end ? address[..end] : address;
        var decoded = Uri.UnescapeDataString(Uri.UnescapeDataString(path));
        return !decoded.Contains("//", StringComparison.Ordinal)
            && !decoded.Any(c => char.IsControl(c) || c is '\\' or '\u2028' or '\u2029' or '\u2044' or '\u2215' or '\uFF0F' or '\uFF3C')
            && !decoded.Split('/').Any(segment => segment is "." or "..")
            && !Thresholds.Any(threshold => decoded.StartsWith(threshold, StringComparison.OrdinalIgnoreCase));
    }

    // RFC 3987 section 3.1: the server's header encoding is ASCII, and refuses the rest with an exception.
    private static string Ascii(string address)
    {
        if (Encoding.UTF8.GetByteCount(address) == address.Length && !address.Contains(' '))
            return address;
        var encoded = new StringBuilder(address.Length * 2);
        foreach (var rune in address.EnumerateRunes())
            encoded.Append(rune is { IsAscii: true, Value: not ' ' } ? rune.ToString() : Uri.EscapeDataString(rune.ToString()));
        return encoded.ToString();
    }
}
