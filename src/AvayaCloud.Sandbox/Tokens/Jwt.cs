using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AvayaCloud.Sandbox.Hosting;
using AvayaCloud.Sandbox.Spaces;

namespace AvayaCloud.Sandbox.Tokens;

/// <summary>A JWS in compact form (RFC 7515 §7.1). Its claims must not be trusted before its signature is checked.</summary>
internal sealed class Jwt
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private readonly JsonObject _header;
    private readonly JsonObject _claims;
    private readonly byte[] _signedText;
    private readonly byte[] _signature;

    private Jwt(string header, string claims, string signature)
    {
        _header = Decode(header);
        _claims = Decode(claims);
        _signedText = Encoding.ASCII.GetBytes($"{header}.{claims}");
        _signature = Base64Url.DecodeFromChars(signature);
    }

    public string? Algorithm => _header.Text("alg");

    public string? KeyId => _header.Text("kid");

    public long? Expires => _claims["exp"] is JsonValue value && value.TryGetValue<long>(out var seconds) ? seconds : null;

    public string? this[string claim] => _claims.Text(claim);

    public static string Sign(string algorithm, JsonObject claims, Func<byte[], byte[]> sign)
    {
        var header = new JsonObject { ["typ"] = "JWT", ["alg"] = algorithm };
        var text = $"{Encode(header)}.{Encode(claims)}";
        return $"{text}.{Base64Url.EncodeToString(sign(Encoding.ASCII.GetBytes(text)))}";
    }

    public static bool TryParse(string text, [NotNullWhen(true)] out Jwt? jwt)
    {
        try
        {
            jwt = text.Split('.') is [{ Length: > 0 } header, { Length: > 0 } claims, { Length: > 0 } signature]
                ? new Jwt(header, claims, signature)
                : null;
        }
        catch (Exception exception) when (exception is FormatException or JsonException)
        {
            jwt = null;
        }

        return jwt is not null;
    }

    public bool IsSignedBy(RSA key)
    {
        lock (key)
            return key.VerifyData(_signedText, _signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    /// <summary>HS256.</summary>
    public bool IsSignedBy(byte[] key) => CryptographicOperations.FixedTimeEquals(_signature, HMACSHA256.HashData(key, _signedText));

    private static string Encode(JsonObject part) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(Json.Text(part)));

    private static JsonObject Decode(string part) =>
        JsonNode.Parse(Base64Url.DecodeFromChars(part), documentOptions: Strict) as JsonObject
        ?? throw new JsonException("A part of the token is not a JSON object.");
}
