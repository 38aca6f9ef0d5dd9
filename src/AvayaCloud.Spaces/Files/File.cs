namespace AvayaCloud.Spaces;

/// <summary>A file that lies at Avaya and may be put into a message.</summary>
public sealed record UploadedFile(string FileKey, string Name, long Size, string MimeType)
{
    internal static IReadOnlyList<FileRequest> Requests(IReadOnlyList<UploadedFile> files) =>
        [.. files.Select(it => new FileRequest
        {
            FileId = it.FileKey, Name = it.Name, Size = it.Size, MimeType = it.MimeType, Kind = KindOf(it.MimeType),
        })];

    private static string KindOf(string mimeType) =>
        mimeType.Split('/')[0] is var kind and ("image" or "video" or "audio") ? kind : "document";
}

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
