namespace AvayaCloud.Sandbox.Hosting;

/// <summary>The address that the sandbox's own links show; known only once it listens.</summary>
internal sealed class PublicAddress
{
    private Uri _base = new("http://127.0.0.1/");

    public string Host => _base.Host;

    public void Is(Uri address) => _base = address;

    public string For(string path) => _base.GetLeftPart(UriPartial.Path).TrimEnd('/') + path;

    /// <summary>
    /// A picture of our own as an address; foreign and hostile ones as they are; none as the empty string [seed 1: gender, timezone].
    /// </summary>
    public string Picture(string? picture) => picture switch
    {
        null => "",
        ['/', ..] => For(picture),
        _ => picture,
    };
}
