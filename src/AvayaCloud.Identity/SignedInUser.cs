namespace AvayaCloud.Identity;

/// <summary>The signed-in user, as far as the cookie carries the profile. The profile page asks users/me for the rest.</summary>
/// <param name="UserId">
/// The Spaces user id (<c>_id</c>). Empty until users/me has answered, if the API was down at the sign-in.
/// </param>
/// <param name="IdentityId">The identity server's id (<c>ndbid</c>, an <c>ag…</c> key), a different record and id (wire 2.12).</param>
/// <param name="Name">The display name; may be empty.</param>
/// <param name="Email">The primary address.</param>
/// <param name="PictureUrl">Null without a picture, also when the provider sends its placeholder.</param>
public sealed record SignedInUser(string UserId, string? IdentityId, string Name, string? Email, string? PictureUrl)
{
    internal const int MaxIdLength = 128;

    // The cookie stays below 4,096 bytes for the longest profile. The profile page shows longer names in full.
    private const int MaxNameLength = 120;
    private const int MaxEmailLength = 254; // RFC 5321 section 4.5.3.1
    private const int MaxPictureUrlLength = 512;

    /// <summary>False while only tokeninfo has named the user: nothing that depends on a user id or a role may be allowed.</summary>
    public bool IsComplete => UserId.Length > 0;

    /// <summary>Takes from tokeninfo what users/me left out, and drops or truncates what is too long for the cookie.</summary>
    internal SignedInUser MergeMissingFrom(SignedInUser? other) => new(
        UserId,
        NullIfTooLong(IdentityId ?? other?.IdentityId, MaxIdLength),
        Truncate(Name.Length > 0 ? Name : other?.Name ?? ""),
        NullIfTooLong(Email ?? other?.Email, MaxEmailLength),
        NullIfTooLong(NullIfPlaceholder(PictureUrl) ?? NullIfPlaceholder(other?.PictureUrl), MaxPictureUrlLength));

    private static string Truncate(string name)
    {
        if (name.Length <= MaxNameLength)
            return name;
        var length = char.IsHighSurrogate(name[MaxNameLength - 1]) ? MaxNameLength - 1 : MaxNameLength;
        return string.Concat(name.AsSpan(0, length), "…");
    }

    private static string? NullIfTooLong(string? text, int maxLength) =>
        text is { Length: > 0 } && text.Length <= maxLength ? text : null;

    // The provider's placeholder for "no picture" [docs D/tutorials/user_directory].
    private static string? NullIfPlaceholder(string? url) =>
        url is { Length: > 0 } && !url.EndsWith("/norevimages/noimage.jpg", StringComparison.OrdinalIgnoreCase) ? url : null;
}
