namespace AvayaCloud.Sandbox.Identity;

/// <summary>The JWT that Avaya's own clients get from the identity server: RS256, with a user_id [wire 3.2].</summary>
internal sealed class IdentityJwts(PeopleStore people, TimeProvider clock) : IDisposable
{
    // No source states a lifetime [guess].
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    private readonly Lazy<RSA> _key = new(() => RSA.Create(2048));

    public string Issue(Person user)
    {
        var claims = new JsonObject
        {
            ["user_id_sig"] = Derived.Hex(0, user.IdentityId, 40),
            ["product_type"] = "accounts",
            ["lastupdatetime"] = Json.Time(user.Updated),
            ["iss"] = "zang.io",
            ["publickeyid"] = Derived.IdentityKey(0, "public key", "PublicKey"),
            ["exp"] = (clock.GetUtcNow() + Lifetime).ToUnixTimeSeconds(),
            ["user_id"] = user.IdentityId,
            ["ver"] = "2.0",
        };
        return Jwt.Sign(claims, _key.Value);
    }

    /// <summary>The token's user; null for a token with another signature, and for one that has expired.</summary>
    public Person? Validate(Jwt jwt)
    {
        var isValid = jwt.Expires > clock.GetUtcNow().ToUnixTimeSeconds() && jwt.IsSignedBy(_key.Value);
        return isValid && jwt["user_id"] is { Length: > 0 } id ? people.FindByIdentityId(id) : null;
    }

    public void Dispose()
    {
        if (_key.IsValueCreated)
            _key.Value.Dispose();
    }
}
