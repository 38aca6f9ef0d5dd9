namespace AvayaCloud.Sandbox.Identity;

/// <summary>ID tokens, signed with HS256 and a key that clients do not have [wire 2.6]. Each start makes a new key.</summary>
internal sealed class IdTokens(SandboxClient client, TimeProvider clock)
{
    public const string Issuer = "avayacloud.com";

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);

    public string Issue(Person user)
    {
        var now = clock.GetUtcNow();
        var claims = new JsonObject
        {
            ["sub"] = user.IdentityId,
            ["iss"] = Issuer,
            ["exp"] = (now + Lifetime).ToUnixTimeSeconds(),
            ["iat"] = now.ToUnixTimeSeconds(),
            ["id_token_version"] = "1.0",
            ["email"] = user.Username,
            ["aud"] = client.ClientId,
        };
        return Jwt.Sign(claims, _key);
    }

    /// <summary>Null for a token with another signature, and for one that has expired.</summary>
    public IdTokenClaims? Validate(string token)
    {
        if (!Jwt.TryParse(token, out var jwt) || jwt.Expires is not { } expires || !jwt.IsSignedBy(_key))
            return null;
        var remaining = DateTimeOffset.FromUnixTimeSeconds(expires) - clock.GetUtcNow();
        return remaining > TimeSpan.Zero ? new IdTokenClaims(jwt["sub"]!, jwt["aud"]!, (int)remaining.TotalSeconds) : null;
    }
}

internal sealed record IdTokenClaims(string Subject, string Audience, int ExpiresIn);
