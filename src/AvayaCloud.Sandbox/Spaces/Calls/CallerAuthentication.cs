using System.Net.Http.Headers;
using AvayaCloud.Sandbox.Guests;
using AvayaCloud.Sandbox.ServiceApps;

namespace AvayaCloud.Sandbox.Spaces;

/// <summary>Authenticates a caller by the scheme and the credential of its Authorization header [wire 3].</summary>
internal sealed class CallerAuthentication(
    TokenVault vault, PeopleStore people, GuestTokens guests, IdentityJwts jwts, ServiceAppTokens serviceApps, SandboxServiceApps apps)
{
    /// <summary>Null with the error to respond with.</summary>
    public Caller? Authenticate(string? authorization, out ApiError error)
    {
        _ = AuthenticationHeaderValue.TryParse(authorization, out var header);
        return Authenticate(header?.Parameter is { Length: > 0 } ? header.Scheme : "", header?.Parameter ?? "", out error);
    }

    /// <summary>For the socket, which sends scheme and credential separately.</summary>
    public Caller? Authenticate(string scheme, string credential, out ApiError error)
    {
        error = ApiError.Unauthorized("Please sign in.", "authentication.required");
        switch (scheme.ToUpperInvariant())
        {
            case "BEARER":
                error = Invalid("access token");
                // The user is looked up again, because the account may have been changed or deleted since.
                var user = vault.FindByAccessToken(credential) is { } grant ? people.Find(grant.User.SpacesId) : null;
                return user is null ? null : new Caller.User(user);
            case "JWT":
                error = Invalid("JWT");
                return FindByJwt(credential);
            case "SAT":
                error = Invalid("space access token");
                return apps.FindSpaceAccess(credential) is { } access ? new Caller.SpaceApp(access.App.Person) : null;
            case "SERVICE_APP":
                return serviceApps.Validate(credential, out error);
            default:
                return null;
        }
    }

    /// <summary>A JWT of the identity server for a user, or one of Spaces for a guest [wire 3].</summary>
    private Caller? FindByJwt(string credential) => (Jwt.TryParse(credential, out var parsed) ? parsed : null) switch
    {
        { Algorithm: "HS256" } jwt when guests.Validate(jwt) is { } guest => new Caller.Guest(guest),
        { Algorithm: "RS256" } jwt when jwts.Validate(jwt) is { } user => new Caller.User(user),
        _ => null,
    };

    private static ApiError Invalid(string credential) => ApiError.Unauthorized($"The {credential} is not valid or has expired.");
}
