namespace AvayaCloud.Sandbox.Guests;

/// <summary>Tokens of guests without an account: JWTs with HS256 and the claims of the documented sample [wire 3.1].</summary>
internal sealed class GuestTokens(PeopleStore people, TimeProvider clock)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);

    public string Issue(Person guest)
    {
        var now = clock.GetUtcNow();
        var claims = new JsonObject
        {
            ["anonymous_id"] = guest.SpacesId,
            ["product_type"] = "onesna",
            ["iss"] = new JsonArray("zang", "io"),
            ["iat"] = now.ToUnixTimeSeconds(),
            ["exp"] = (now + Lifetime).ToUnixTimeSeconds(),
        };
        return Jwt.Sign(claims, _key);
    }

    /// <summary>The guest; null when the token is not valid or has expired.</summary>
    public Person? Validate(Jwt jwt)
    {
        var isValid = jwt.Expires > clock.GetUtcNow().ToUnixTimeSeconds() && jwt.IsSignedBy(_key);
        return isValid && people.Find(jwt["anonymous_id"] ?? "") is { IsAnonymous: true } guest ? guest : null;
    }
}
