using System.Security.Cryptography;
using System.Text;

namespace SpacesPortal.Profile;

/// <summary>
/// The picture's address at this portal. It differs by person and picture: a browser keeps pictures for an hour, and
/// must not show the last person's to the next one.
/// </summary>
internal static class PhotoAddress
{
    public const string Path = "profile/photo";

    public static string? Of(string? person, string? pictureUrl)
    {
        // What cannot be fetched is not asked for: the browser would note each miss in its console.
        if (!Uri.TryCreate(pictureUrl, UriKind.Absolute, out var picture) || picture.Scheme is not ("https" or "http"))
            return null;

        var mark = SHA256.HashData(Encoding.UTF8.GetBytes($"{person}\n{pictureUrl}"));
        return $"{Path}?v={Convert.ToHexStringLower(mark.AsSpan(0, 8))}";
    }
}
