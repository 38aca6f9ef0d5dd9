namespace AvayaCloud.Sandbox.Identity;

/// <summary>The JWT that Avaya's own clients have of the identity server: RS256, known by its user_id [wire 3.2].</summary>
internal sealed class IdentityJwts(PeopleStore people, TimeProvider clock) : IDisposable
{
    // No source says how long it lives [guess].
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    private readonly Lazy<RSA> _key = new(() => RSA.Create(2048));
    private readonly Lock _gate = new();

    public string Issue(Person person)
    {
        var claims = new JsonObject
        {
            ["user_id_sig"] = Derived.Hex(0, person.IdentityId, 40),
            ["product_type"] = "accounts",
            ["lastupdatetime"] = Json.Time(person.Updated),
            ["iss"] = "zang.io",
            ["publickeyid"] = Derived.IdentityKey(0, "public key", "PublicKey"),
            ["exp"] = (clock.GetUtcNow() + Lifetime).ToUnixTimeSeconds(),
            ["user_id"] = person.IdentityId,
            ["ver"] = "2.0",
        };
        return Jwt.Write(new JsonObject { ["typ"] = "JWT", ["alg"] = "RS256" }, claims, Sign);
    }

    /// <summary>Whose it is; null when it is not ours, or has run out.</summary>
    public Person? Read(Jwt jwt) =>
        jwt["user_id"] is { Length: > 0 } id && jwt.Expires > clock.GetUtcNow().ToUnixTimeSeconds() && jwt.IsSignedBy(_key.Value)
            ? people.All.FirstOrDefault(it => it.IdentityId == id)
            : null;

    public void Dispose()
    {
        if (_key.IsValueCreated)
            _key.Value.Dispose();
    }

    private byte[] Sign(byte[] text)
    {
        lock (_gate)
            return _key.Value.SignData(text, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }
}
