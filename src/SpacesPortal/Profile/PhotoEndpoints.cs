using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;

namespace SpacesPortal.Profile;

/// <summary>The signed-in user's picture, served from this portal: pages load no image from elsewhere, so no other host learns who reads
/// what.</summary>
internal static class PhotoEndpoints
{
    // One transparent pixel: browsers show a broken-image icon for an error, on top of the initials.
    private static readonly byte[] TransparentPixel = Convert.FromBase64String("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");

    private const string OneHour = "private, max-age=3600";
    private const string OneMinute = "private, max-age=60";

    public static void MapPhoto(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet($"/{PhotoAddress.Path}", GetAsync).RequireAuthorization();

    private static async Task<IResult> GetAsync(
        HttpContext context, ICurrentUser currentUser, PhotoFetcher photos, CancellationToken cancellationToken)
    {
        // Caches return the picture only to requests with the same session cookie.
        context.Response.Headers.Vary = HeaderNames.Cookie;
        var outcome = await currentUser.GetAsync(cancellationToken);
        var address = outcome is SpacesOutcome<User>.Ok(var user) ? user.PictureUrl : null;
        var photo = address is null ? null : await photos.FetchAsync(address, cancellationToken);
        if (photo is null)
        {
            // Not a 404, because browsers log each one in their console.
            context.Response.Headers.CacheControl = OneMinute;
            return Results.Bytes(TransparentPixel, "image/gif");
        }

        context.Response.Headers.CacheControl = OneHour;
        context.Response.Headers.XContentTypeOptions = "nosniff";
        var tag = Convert.ToHexStringLower(SHA256.HashData(photo.Bytes.Span).AsSpan(0, 12));
        return Results.Bytes(photo.Bytes, photo.ContentType, entityTag: new EntityTagHeaderValue($"\"{tag}\""));
    }
}

/// <summary>The picture's address at this portal. It differs by user and picture: browsers cache pictures for an hour, and must not show
/// one user's to the next.</summary>
internal static class PhotoAddress
{
    public const string Path = "profile/photo";

    /// <summary>Null for a picture that cannot be fetched: browsers would log the failure in their console.</summary>
    public static string? Of(string? userId, string? pictureUrl)
    {
        if (!Uri.TryCreate(pictureUrl, UriKind.Absolute, out var picture) || picture.Scheme is not ("https" or "http"))
            return null;

        var version = SHA256.HashData(Encoding.UTF8.GetBytes($"{userId}\n{pictureUrl}"));
        return $"{Path}?v={Convert.ToHexStringLower(version.AsSpan(0, 8))}";
    }
}
