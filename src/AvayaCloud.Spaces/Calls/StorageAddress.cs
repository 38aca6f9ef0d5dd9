namespace AvayaCloud.Spaces;

/// <summary>Where files lie is the API's data: taken when it is the web, and not less safe than the API itself.</summary>
internal static class StorageAddress
{
    public static Uri? Of(string? url, Uri baseUrl) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address)
        && address.UserInfo.Length == 0
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && baseUrl.Scheme == Uri.UriSchemeHttp))
            ? address
            : null;
}
