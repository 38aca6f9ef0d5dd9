using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace AvayaCloud.Spaces;

/// <summary>The account of a service app and its signing key. Neither is ever printed.</summary>
internal sealed class ServiceAppKey(string issuer, string subject, RsaSecurityKey key) : IDisposable
{
    private const string Audience = "spaces.avayacloud.com";

    // Only the four claims of the guide: nbf and iat would depend on this machine's clock as well.
    private static readonly JsonWebTokenHandler Jwt = new() { SetDefaultTimesOnTokenCreation = false };

    private readonly SigningCredentials _credentials = new(key, SecurityAlgorithms.RsaSha256)
    {
        // The shared cache would keep the key after its disposal.
        CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false },
    };

    /// <summary>Header <c>typ, alg, kid</c>, claims <c>iss, sub, aud, exp</c> [seed 3].</summary>
    public string Sign(DateTimeOffset expires) => Jwt.CreateToken(new SecurityTokenDescriptor
    {
        Issuer = issuer,
        Audience = Audience,
        Claims = new Dictionary<string, object>(StringComparer.Ordinal) { [JwtRegisteredClaimNames.Sub] = subject },
        Expires = expires.UtcDateTime,
        SigningCredentials = _credentials,
    });

    public override string ToString() => "(the key of a service app)";

    public void Dispose() => key.Rsa.Dispose();
}
