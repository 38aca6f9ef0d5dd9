using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace SpacesPortal.Profile;

/// <summary>
/// The signed-in person's picture from this portal's own address: pages load no image from elsewhere, so no foreign host
/// learns who reads what.
/// </summary>
internal static class PhotoEndpoints
{
    /// <summary>One clear pixel: with it no browser draws its broken-picture sign over the initials, script or not.</summary>
    private static readonly byte[] Nothing = Convert.FromBase64String("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");

    private const string AnHour = "private, max-age=3600";
    private const string AMinute = "private, max-age=60";

    public static IEndpointRouteBuilder MapPhoto(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet($"/{PhotoAddress.Path}", ShowAsync).RequireAuthorization();
        return endpoints;
    }

    private static async Task<IResult> ShowAsync(
        HttpContext context, ICurrentUser myself, PhotoFetcher photos, CancellationToken cancellationToken)
    {
        // A cache gives it only to requests with the same session: after the sign-out there is none.
        context.Response.Headers.Vary = HeaderNames.Cookie;
        var me = await myself.GetAsync(cancellationToken);
        var address = me is SpacesOutcome<User>.Ok(var user) ? user.PictureUrl : null;
        var photo = address is null ? null : await photos.FetchAsync(address, cancellationToken);
        if (photo is null)
        {
            // No error: the page has initials for it, and a browser would note each 404 in its console.
            context.Response.Headers.CacheControl = AMinute;
            return Results.Bytes(Nothing, "image/gif");
        }

        context.Response.Headers.CacheControl = AnHour;
        context.Response.Headers.XContentTypeOptions = "nosniff";
        var mark = Convert.ToHexStringLower(SHA256.HashData(photo.Bytes.Span).AsSpan(0, 12));
        return Results.Bytes(photo.Bytes, photo.ContentType, entityTag: new EntityTagHeaderValue($"\"{mark}\""));
    }
}
