using System.Text.Json.Serialization;

namespace AvayaCloud.Spaces;

/// <summary>
/// Where a file is put to or got from [docs Z/guides/filesystem]; the names of the members are a [guess]. Who has the address needs no
/// token: it is kept out of texts.
/// </summary>
public sealed record FileAddress : IIdentified
{
    [JsonPropertyName("fileKey")]
    public string FileKey { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("url")]
    public string? Url { get; init; }

    string IIdentified.Id => FileKey;

    public override string ToString() => nameof(FileAddress);
}
