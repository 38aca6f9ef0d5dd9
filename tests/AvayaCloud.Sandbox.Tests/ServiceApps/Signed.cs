using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace AvayaCloud.Sandbox.Tests.ServiceApps;

/// <summary>A service app's token, signed with its downloaded key, with changes: null removes a member.</summary>
internal static class Signed
{
    public static string By(SandboxServiceApp app, DateTimeOffset expires, params (string Name, JsonNode? Value)[] changes) =>
        By(app, expires, JsonNode.Parse(app.KeyFile)!, changes);

    public static string By(
        SandboxServiceApp app, DateTimeOffset expires, JsonNode keyFile, params (string Name, JsonNode? Value)[] changes)
    {
        using var key = RSA.Create();
        key.ImportFromPem((string)keyFile["private_key"]!);
        var header = new JsonObject { ["typ"] = "JWT", ["alg"] = "RS256", ["kid"] = app.KeyId };
        var claims = new JsonObject
        {
            ["iss"] = app.ClientId,
            ["sub"] = app.Account,
            ["aud"] = "spaces.avayacloud.com",
            ["exp"] = expires.ToUnixTimeSeconds(),
        };
        foreach (var (name, value) in changes)
        {
            var part = header.ContainsKey(name) ? header : claims;
            if (value is null)
                part.Remove(name);
            else
                part[name] = value.DeepClone();
        }

        var text = $"{Part(header)}.{Part(claims)}";
        var signature = key.SignData(Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return $"{text}.{Base64Url.EncodeToString(signature)}";
    }

    private static string Part(JsonObject part) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(part.ToJsonString()));
}
