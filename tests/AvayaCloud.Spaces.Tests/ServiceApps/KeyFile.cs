using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace AvayaCloud.Spaces.Tests.ServiceApps;

/// <summary>A key file as the developer portal gives it, with a key of this run; gone with the test.</summary>
internal sealed class KeyFile : IDisposable
{
    public const string Issuer = "66862e5f427b7cf325db";
    public const string Subject = Issuer + "@psrsu9.servicesapps.spaces.avayacloud.com";
    public const string KeyId = "f14f61d7f84347880427";

    public static readonly RSA Key = RSA.Create(2048);

    public KeyFile(string? text = null)
    {
        Path = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"service-key-{Guid.NewGuid():n}.json");
        File.WriteAllText(Path, text ?? Text());
    }

    public string Path { get; }

    /// <summary>The file's text, with other values where given; a null takes a member away.</summary>
    public static string Text(params (string Name, string? Value)[] changes)
    {
        var json = new JsonObject { ["iss"] = Issuer, ["sub"] = Subject, ["kid"] = KeyId, ["private_key"] = Key.ExportRSAPrivateKeyPem() };
        foreach (var (name, value) in changes)
        {
            if (value is null)
                json.Remove(name);
            else
                json[name] = value;
        }

        return json.ToJsonString();
    }

    public void Dispose() => File.Delete(Path);
}
