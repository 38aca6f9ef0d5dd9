using System.Net;

namespace AvayaCloud.Sandbox.Hosting;

/// <summary>The base address of the sandbox's own links. It is known once the sandbox listens.</summary>
internal sealed class PublicAddress
{
    private Uri _base = new("http://127.0.0.1/");

    public string Host => _base.Host;

    public static bool IsLoopback(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));

    public void Set(Uri address) => _base = address;

    public string For(string path) => _base.GetLeftPart(UriPartial.Path).TrimEnd('/') + path;

    /// <summary>Makes a path of the sandbox absolute, keeps any other address, and returns "" without a picture [seed 1].</summary>
    public string Picture(string? picture) => picture switch
    {
        null => "",
        ['/', ..] => For(picture),
        _ => picture,
    };
}
