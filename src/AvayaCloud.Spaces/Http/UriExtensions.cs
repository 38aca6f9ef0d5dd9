namespace AvayaCloud.Spaces;

internal static class UriExtensions
{
    /// <summary>Same scheme, host and port (RFC 6454 section 5). A token must not leave its origin.</summary>
    public static bool IsSameOriginAs(this Uri baseUrl, Uri? other) =>
        other is { IsAbsoluteUri: true, UserInfo: "" }
        && Uri.Compare(baseUrl, other, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0;
}

/// <summary>A path for a log, without segments that may be a token or an e-mail address. Ids have 24 characters [wire 4.0].</summary>
internal static class LoggedPath
{
    private const int MaxSegmentLength = 24;

    public static string? From(Uri? address) => address is null ? null : string.Join('/', address.AbsolutePath.Split('/').Select(Mask));

    private static string Mask(string segment)
    {
        var isEmail = segment.Contains('@', StringComparison.Ordinal) || segment.Contains("%40", StringComparison.Ordinal);
        return isEmail || segment.Length > MaxSegmentLength ? "…" : segment;
    }
}

/// <summary>Ids are 24 hexadecimal characters [wire 4.0]. Other words are accepted, but nothing that would change the path.</summary>
internal static class ResourceId
{
    private const int MaxLength = 64;

    public static bool IsWellFormed(string? id) =>
        id is { Length: > 0 and <= MaxLength } && id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');
}
