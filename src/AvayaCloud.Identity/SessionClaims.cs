using System.Security.Claims;

namespace AvayaCloud.Identity;

/// <summary>The claims of a signed-in user. No tokens: claims reach pages and circuits.</summary>
public static class SessionClaims
{
    /// <summary>The Spaces user id.</summary>
    public const string Subject = "sub";

    /// <summary>The identity server's id.</summary>
    public const string IdentityId = "identity_id";

    /// <summary>The display name.</summary>
    public const string Name = "name";

    /// <summary>The primary email address.</summary>
    public const string Email = "email";

    /// <summary>The picture's address at the provider.</summary>
    public const string Picture = "picture";

    /// <summary>The session's id.</summary>
    public const string SessionId = "sid";

    internal static ClaimsPrincipal ToPrincipal(Session session)
    {
        (string Type, string? Value)[] claims =
        [
            (Subject, session.User.UserId), (IdentityId, session.User.IdentityId), (Name, session.User.Name),
            (Email, session.User.Email), (Picture, session.User.PictureUrl), (SessionId, session.Id.Value),
        ];
        var present = claims.Where(claim => claim.Value is { Length: > 0 }).Select(claim => new Claim(claim.Type, claim.Value!));
        return new ClaimsPrincipal(new ClaimsIdentity(present, AvayaCloudDefaults.AuthenticationScheme, Name, roleType: null));
    }

    /// <summary>The session of the principal, in a request or in a circuit.</summary>
    public static bool TryGetSessionId(this ClaimsPrincipal principal, out SessionId id) =>
        Identity.SessionId.TryParse(principal.FindFirstValue(SessionId), out id);
}
