namespace AvayaCloud.Sandbox.Guests;

/// <summary>People without an account, each with a JWT of a day: HS256, its claims those of the docs' sample [wire 3.1].</summary>
internal sealed class GuestPasses(PeopleStore people, ObjectIds ids, StateClock clock, TimeProvider time)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);

    public (Person Guest, string Token) Enter(string displayName, string username, string? picture)
    {
        var now = clock.Next();
        var id = ids.Next(now);
        var guest = new Person
        {
            Login = "guest " + id,
            Username = username,
            SpacesId = id,
            IdentityId = "",
            IsAnonymous = true,
            Name = new PersonName(displayName, ""),
            DisplayName = displayName,
            Picture = picture,
            Updated = now,
        };
        people.Put(guest);
        return (guest, Token(id));
    }

    /// <summary>Whose it is; null when it is not ours, or its day is over.</summary>
    public Person? Read(Jwt jwt) =>
        jwt["anonymous_id"] is { } id
            && jwt.Expires > time.GetUtcNow().ToUnixTimeSeconds()
            && jwt.IsSignedBy(_key)
            && people.Find(id) is { IsAnonymous: true } guest
            ? guest
            : null;

    private string Token(string id)
    {
        var now = time.GetUtcNow();
        var claims = new JsonObject
        {
            ["anonymous_id"] = id,
            ["product_type"] = "onesna",
            ["iss"] = new JsonArray("zang", "io"),
            ["iat"] = now.ToUnixTimeSeconds(),
            ["exp"] = (now + Lifetime).ToUnixTimeSeconds(),
        };
        return Jwt.Sign(claims, _key);
    }
}
