namespace AvayaCloud.Sandbox.Identity;

/// <summary>HS256, with a key that nobody outside knows [wire 2.6]; a new one at each start, so none lies in the repository.</summary>
internal sealed class IdTokens(TimeProvider clock)
{
    public const string Issuer = "avayacloud.com";

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);

    public string Issue(Person person, string clientId)
    {
        var now = clock.GetUtcNow();
        var claims = new JsonObject
        {
            ["sub"] = person.IdentityId,
            ["iss"] = Issuer,
            ["exp"] = (now + Lifetime).ToUnixTimeSeconds(),
            ["iat"] = now.ToUnixTimeSeconds(),
            ["id_token_version"] = "1.0",
            ["email"] = person.Username,
            ["aud"] = clientId,
        };
        return Jwt.Write(new JsonObject { ["typ"] = "JWT", ["alg"] = "HS256" }, claims, it => HMACSHA256.HashData(_key, it));
    }

    /// <summary>The claims of a token of ours that has not run out.</summary>
    public IdTokenClaims? Read(string token)
    {
        if (Jwt.Read(token) is not { Expires: { } expires } jwt || !jwt.IsSignedBy(_key))
            return null;
        var left = DateTimeOffset.FromUnixTimeSeconds(expires) - clock.GetUtcNow();
        return left > TimeSpan.Zero ? new IdTokenClaims(jwt["sub"]!, jwt["aud"]!, (int)left.TotalSeconds) : null;
    }
}

internal sealed record IdTokenClaims(string Subject, string Audience, int SecondsLeft);
