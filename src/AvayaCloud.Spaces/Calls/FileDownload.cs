namespace AvayaCloud.Spaces;

/// <summary>A file on its way. Its name and type are what somebody else said: never trust them to be harmless.</summary>
public sealed class FileDownload : IDisposable
{
    private readonly HttpResponseMessage _response;

    internal FileDownload(HttpResponseMessage response, Stream content) => (_response, Content) = (response, content);

    /// <summary>Comes as it is read; a connection that breaks shows as the stream's IOException.</summary>
    public Stream Content { get; }

    public long? Size => _response.Content.Headers.ContentLength;

    public string? MimeType => _response.Content.Headers.ContentType?.MediaType;

    public void Dispose() => _response.Dispose();
}
