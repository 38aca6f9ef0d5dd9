using System.Buffers.Text;

namespace AvayaCloud.Sandbox.Tokens;

/// <summary>A JWS in compact form (RFC 7515 section 7.1), taken apart; nothing of it is believed before its signature is.</summary>
internal sealed class Jwt(JsonNode header, JsonNode claims, byte[] signed, byte[] signature)
{
    public string? Algorithm => header.Text("alg");

    public string? KeyId => header.Text("kid");

    public long? Expires => claims.Member("exp") is JsonValue value && value.TryGetValue<long>(out var seconds) ? seconds : null;

    public string? this[string claim] => claims.Text(claim);

    public static string Write(JsonObject header, JsonObject claims, Func<byte[], byte[]> sign)
    {
        var text = $"{Part(header)}.{Part(claims)}";
        return $"{text}.{Base64Url.EncodeToString(sign(Encoding.ASCII.GetBytes(text)))}";
    }

    public static Jwt? Read(string text)
    {
        var parts = text.Split('.');
        if (parts.Length != 3 || !parts.All(it => it.Length > 0 && Base64Url.IsValid(it)))
            return null;
        try
        {
            return Part(parts[0]) is { } header && Part(parts[1]) is { } claims
                ? new Jwt(header, claims, Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), Base64Url.DecodeFromChars(parts[2]))
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public bool IsSignedBy(RSA key)
    {
        lock (key)
            return key.VerifyData(signed, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    /// <summary>HS256, by a key that both sides have.</summary>
    public bool IsSignedBy(byte[] key) => CryptographicOperations.FixedTimeEquals(signature, HMACSHA256.HashData(key, signed));

    private static string Part(JsonObject part) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(Json.Text(part)));

    private static JsonObject? Part(string text) =>
        JsonNode.Parse(
            Base64Url.DecodeFromChars(text), documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false }) as JsonObject;
}
