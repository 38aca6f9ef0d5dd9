namespace AvayaCloud.Spaces;

internal static class UriExtensions
{
    /// <summary>Scheme, host and port (RFC 6454 section 5): the bounds within which a token may travel.</summary>
    public static bool IsSameOriginAs(this Uri baseUrl, Uri? other) =>
        other is { IsAbsoluteUri: true, UserInfo: "" }
        && Uri.Compare(baseUrl, other, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0;
}

/// <summary>A path as a log may have it: without what might be a token or somebody's address. Ids are 24 characters [wire 4.0].</summary>
internal static class LoggedPath
{
    private const int LongestWord = 24;

    public static string? Of(Uri? address) => address is null ? null : string.Join('/', address.AbsolutePath.Split('/').Select(Word));

    private static string Word(string word) =>
        word.Length > LongestWord || word.Contains('@', StringComparison.Ordinal) || word.Contains("%40", StringComparison.Ordinal)
            ? "…"
            : word;
}

/// <summary>Ids are 24 hexadecimal characters [wire 4.0]; other words may be, but nothing that would lead a path elsewhere.</summary>
internal static class ResourceId
{
    private const int Longest = 64;

    public static bool IsWellFormed(string? id) =>
        id is { Length: > 0 and <= Longest } && id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');
}
