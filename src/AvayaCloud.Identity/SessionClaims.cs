using System.Security.Claims;

namespace AvayaCloud.Identity;

/// <summary>The claims of a signed-in person. No token is ever among them: claims reach pages and circuits.</summary>
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
        var person = session.User;
        var identity = new ClaimsIdentity(AvayaCloudDefaults.AuthenticationScheme, Name, roleType: null);
        Add(Subject, person.UserId);
        Add(IdentityId, person.IdentityId);
        Add(Name, person.Name);
        Add(Email, person.Email);
        Add(Picture, person.PictureUrl);
        Add(SessionId, session.Id.Value);
        return new ClaimsPrincipal(identity);

        void Add(string type, string? value)
        {
            if (value is { Length: > 0 })
                identity.AddClaim(new Claim(type, value));
        }
    }

    /// <summary>The session that the principal belongs to, in a request or in a circuit.</summary>
    public static bool TryGetSessionId(this ClaimsPrincipal principal, out SessionId id) =>
        Identity.SessionId.TryParse(principal.FindFirstValue(SessionId), out id);
}
