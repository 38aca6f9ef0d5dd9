using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using AvayaCloud.Sandbox.Hosting;
using AvayaCloud.Sandbox.People;

namespace AvayaCloud.Sandbox.Identity;

/// <summary>HS256, with a key that nobody outside knows [wire 2.6]; a new one at each start, so none lies in the repository.</summary>
internal sealed class IdTokens(TimeProvider clock) : IDisposable
{
    public const string Issuer = "avayacloud.com";

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private readonly HMACSHA256 _hmac = new(RandomNumberGenerator.GetBytes(32));
    private readonly Lock _gate = new();

    public string Issue(Person person, string clientId)
    {
        var now = clock.GetUtcNow();
        var header = new JsonObject { ["typ"] = "JWT", ["alg"] = "HS256" };
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
        var signed = Part(header) + "." + Part(claims);
        return signed + "." + Base64Url.EncodeToString(Signature(signed));
    }

    /// <summary>The claims of a token of ours that has not run out.</summary>
    public IdTokenClaims? Read(string token)
    {
        var dot = token.LastIndexOf('.');
        if (dot < 0 || !TryDecode(token[(dot + 1)..], out var signature) || !CryptographicOperations.FixedTimeEquals(signature, Signature(token[..dot])))
            return null;
        var claims = JsonNode.Parse(Base64Url.DecodeFromChars(token[..dot].Split('.')[1]))!;
        var left = DateTimeOffset.FromUnixTimeSeconds((long)claims["exp"]!) - clock.GetUtcNow();
        return left > TimeSpan.Zero ? new IdTokenClaims((string)claims["sub"]!, (string)claims["aud"]!, (int)left.TotalSeconds) : null;
    }

    public void Dispose() => _hmac.Dispose();

    private byte[] Signature(string text)
    {
        lock (_gate)
            return _hmac.ComputeHash(Encoding.UTF8.GetBytes(text));
    }

    private static string Part(JsonObject part) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(Json.Text(part)));

    private static bool TryDecode(string text, out byte[] bytes)
    {
        bytes = Base64Url.IsValid(text) ? Base64Url.DecodeFromChars(text) : [];
        return bytes.Length > 0;
    }
}

internal sealed record IdTokenClaims(string Subject, string Audience, int SecondsLeft);
