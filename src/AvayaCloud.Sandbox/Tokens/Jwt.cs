using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;

namespace AvayaCloud.Sandbox.Tokens;

/// <summary>A JWS in compact form (RFC 7515 §7.1). Its claims must not be trusted before its signature is checked.</summary>
internal sealed class Jwt(JsonObject header, JsonObject claims, byte[] signedText, byte[] signature)
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    public string? Algorithm => header.GetString("alg");
    public string? KeyId => header.GetString("kid");
    public long? Expires => claims["exp"] is JsonValue value && value.TryGetValue<long>(out var seconds) ? seconds : null;

    public string? this[string claim] => claims.GetString(claim);

    public static string Sign(JsonObject claims, byte[] key) => Sign("HS256", claims, text => HMACSHA256.HashData(key, text));

    public static string Sign(JsonObject claims, RSA key) => Sign("RS256", claims, text =>
    {
        lock (key)
            return key.SignData(text, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    });

    public static bool TryParse(string text, [NotNullWhen(true)] out Jwt? jwt)
    {
        jwt = null;
        if (text.Split('.') is not [{ Length: > 0 } header, { Length: > 0 } claims, { Length: > 0 } signature])
            return false;
        try
        {
            jwt = new Jwt(
                Decode(header), Decode(claims), Encoding.ASCII.GetBytes($"{header}.{claims}"), Base64Url.DecodeFromChars(signature));
            return true;
        }
        catch (Exception exception) when (exception is FormatException or JsonException)
        {
            return false;
        }
    }

    public bool IsSignedBy(RSA key)
    {
        lock (key)
            return key.VerifyData(signedText, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    public bool IsSignedBy(byte[] key) => CryptographicOperations.FixedTimeEquals(signature, HMACSHA256.HashData(key, signedText));

    private static string Sign(string algorithm, JsonObject claims, Func<byte[], byte[]> sign)
    {
        var text = $"{Encode(new JsonObject { ["typ"] = "JWT", ["alg"] = algorithm })}.{Encode(claims)}";
        return $"{text}.{Base64Url.EncodeToString(sign(Encoding.ASCII.GetBytes(text)))}";
    }

    private static string Encode(JsonObject part) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(Json.Text(part)));

    private static JsonObject Decode(string part) =>
        JsonNode.Parse(Base64Url.DecodeFromChars(part), documentOptions: Strict) as JsonObject
        ?? throw new JsonException("A part of the token is not a JSON object.");
}
