namespace AvayaCloud.Spaces;

/// <summary>A file that is stored at Avaya and can be part of a message [wire 4.4].</summary>
public sealed record UploadedFile(
    [property: JsonPropertyName("fileId")] string FileKey,
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("fileSize")] long Size,
    [property: JsonPropertyName("providerFileType")] string MimeType)
{
    [JsonInclude, JsonPropertyName("fileType")]
    internal string Kind => MimeType.Split('/')[0] is var kind and ("image" or "video" or "audio") ? kind : "document";
    [JsonInclude, JsonPropertyName("provider")] internal string Provider { get; } = "native";
    [JsonInclude, JsonPropertyName("icon")] internal string Icon { get; } = "";
}

/// <summary>A download in progress. Its name and type come from another user: never trust them to be harmless.</summary>
public sealed class FileDownload : IDisposable
{
    private readonly HttpResponseMessage _response;

    internal FileDownload(HttpResponseMessage response, Stream content)
    {
        _response = response;
        Content = content;
    }

    /// <summary>Received as it is read. If the connection breaks, reading throws an IOException.</summary>
    public Stream Content { get; }
    public long? Size => _response.Content.Headers.ContentLength;
    public string? MimeType => _response.Content.Headers.ContentType?.MediaType;

    public void Dispose() => _response.Dispose();
}
