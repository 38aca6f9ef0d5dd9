namespace AvayaCloud.Spaces;

internal static class SameOrigin
{
    /// <summary>Scheme, host and port (RFC 6454 section 5): the bounds within which a token may travel.</summary>
    public static bool IsSameOriginAs(this Uri baseUrl, Uri? other) =>
        other is { IsAbsoluteUri: true, UserInfo: "" }
        && Uri.Compare(baseUrl, other, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0;
}
