namespace AvayaCloud.Identity;

/// <summary>Who is signed in, as much as the cookie keeps: the profile page asks users/me for the rest.</summary>
/// <param name="UserId">The Spaces user id (<c>_id</c>): the subject. Empty as long as users/me has not said it, because the API was down
/// at the sign-in.</param>
/// <param name="IdentityId">The identity server's id (<c>ndbid</c>, an <c>ag…</c> key): another record with another id (wire 2.12).</param>
/// <param name="Name">The display name; empty when the person has none.</param>
/// <param name="Email">The primary address.</param>
/// <param name="PictureUrl">Null when there is none, also where the provider says so by its placeholder picture.</param>
public sealed record SignedInUser(string UserId, string? IdentityId, string Name, string? Email, string? PictureUrl)
{
    internal const int LongestId = 128;

    // The cookie keeps under 4,096 bytes for the worst profile; whoever has a longer name reads it whole on the profile page.
    private const int LongestName = 120;
    private const int LongestEmail = 254; // RFC 5321 section 4.5.3.1
    private const int LongestPictureUrl = 512;

    /// <summary>
    /// False for somebody of whom only tokeninfo has spoken: nothing that asks for a user, a right or a role may be open to them.
    /// </summary>
    public bool IsComplete => UserId.Length > 0;

    /// <summary>What users/me leaves open, tokeninfo may know; and what is too long for a cookie is cut or left out.</summary>
    internal SignedInUser MergeMissingFrom(SignedInUser? other) => new(
        UserId,
        Fitting(IdentityId ?? other?.IdentityId, LongestId),
        Cut(Name.Length > 0 ? Name : other?.Name ?? ""),
        Fitting(Email ?? other?.Email, LongestEmail),
        Fitting(Picture(PictureUrl) ?? Picture(other?.PictureUrl), LongestPictureUrl));

    private static string Cut(string name)
    {
        if (name.Length <= LongestName)
            return name;
        var length = char.IsHighSurrogate(name[LongestName - 1]) ? LongestName - 1 : LongestName;
        return string.Concat(name.AsSpan(0, length), "…");
    }

    private static string? Fitting(string? text, int longest) => text is { Length: > 0 } && text.Length <= longest ? text : null;

    // "No picture" is a picture, too [docs D/tutorials/user_directory].
    private static string? Picture(string? url) =>
        url is { Length: > 0 } && !url.EndsWith("/norevimages/noimage.jpg", StringComparison.OrdinalIgnoreCase) ? url : null;
}
