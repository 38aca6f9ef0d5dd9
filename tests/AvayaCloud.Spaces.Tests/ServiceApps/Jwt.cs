using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace AvayaCloud.Spaces.Tests.ServiceApps;

/// <summary>Takes a token apart by RFC 7515, without the library that made it.</summary>
internal sealed record Jwt(JsonObject Header, JsonObject Claims, bool IsSigned)
{
    public DateTimeOffset Expires => DateTimeOffset.FromUnixTimeSeconds((long)Claims["exp"]!);

    public static Jwt Of(string token)
    {
        var parts = token.Split('.');
        var signed = KeyFile.Key.VerifyData(
            Encoding.ASCII.GetBytes(parts[0] + "." + parts[1]), Base64Url.DecodeFromChars(parts[2]), HashAlgorithmName.SHA256,
            RSASignaturePadding.Pkcs1);
        return new Jwt(Part(parts[0]), Part(parts[1]), signed);
    }

    private static JsonObject Part(string text) => JsonNode.Parse(Base64Url.DecodeFromChars(text))!.AsObject();
}
