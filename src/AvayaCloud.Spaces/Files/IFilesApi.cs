namespace AvayaCloud.Spaces;

/// <summary>Addresses for files [docs Z/guides/filesystem]. POST as recorded traffic has it, where the guide says GET with a payload [repo
/// LT]; the members of the entries are a [guess].</summary>
[Headers("Accept: application/json")]
internal interface IFilesApi
{
    [Post("/files/getuploadurl"), Headers(Idempotent.Mark)]
    Task<IApiResponse<Page<FileAddress>>> GetUploadAddressesAsync([Body] UploadRequest request, CancellationToken cancellationToken);

    [Post("/files/getdownloadurl"), Headers(Idempotent.Mark)]
    Task<IApiResponse<Page<FileAddress>>> GetDownloadAddressesAsync([Body] DownloadRequest request, CancellationToken cancellationToken);
}

/// <summary>Files that are to be put somewhere [docs Z/guides/filesystem].</summary>
internal sealed record UploadRequest([property: JsonPropertyName("files")] IReadOnlyList<UploadEntry> Files);

/// <summary>One of them; its members are those of a message's file [guess].</summary>
internal sealed record UploadEntry
{
    [JsonPropertyName("name")] public required string Name { get; init; }
    [JsonPropertyName("fileSize")] public required long Size { get; init; }
    [JsonPropertyName("providerFileType")] public required string MimeType { get; init; }
}

/// <summary>Files that are to be fetched, by their keys [docs Z/guides/filesystem].</summary>
internal sealed record DownloadRequest([property: JsonPropertyName("fileKeys")] IReadOnlyList<string> Keys);

/// <summary>Where a file is put to or got from [docs Z/guides/filesystem]; the names of the members are a [guess]. Who has the address
/// needs no token: it is kept out of texts.</summary>
internal sealed record FileAddress : IIdentified
{
    [JsonPropertyName("fileKey")] public string FileKey { get; init => field = value ?? ""; } = "";
    [JsonPropertyName("url")] public string? Url { get; init; }

    string IIdentified.Id => FileKey;

    public override string ToString() => nameof(FileAddress);
}
