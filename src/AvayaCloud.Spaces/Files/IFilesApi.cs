namespace AvayaCloud.Spaces;

/// <summary>Addresses of files [docs Z/guides/filesystem]. POST as in recorded traffic, while the guide says GET with a payload [repo LT].
/// The members of the entries are a [guess].</summary>
[Headers("Accept: application/json")]
internal interface IFilesApi
{
    [Post("/files/getuploadurl"), Headers(Idempotent.Mark)]
    Task<IApiResponse<Page<FileAddress>>> GetUploadAddressesAsync([Body] UploadRequest request, CancellationToken cancellationToken);

    [Post("/files/getdownloadurl"), Headers(Idempotent.Mark)]
    Task<IApiResponse<Page<FileAddress>>> GetDownloadAddressesAsync([Body] DownloadRequest request, CancellationToken cancellationToken);
}

/// <summary>Files to upload [docs Z/guides/filesystem].</summary>
internal sealed record UploadRequest([property: JsonPropertyName("files")] IReadOnlyList<UploadEntry> Files);

/// <summary>Has the members of a message's file [guess].</summary>
internal sealed record UploadEntry
{
    [JsonPropertyName("name")] public required string Name { get; init; }
    [JsonPropertyName("fileSize")] public required long Size { get; init; }
    [JsonPropertyName("providerFileType")] public required string MimeType { get; init; }
}

/// <summary>Files to download, by their keys [docs Z/guides/filesystem].</summary>
internal sealed record DownloadRequest([property: JsonPropertyName("fileKeys")] IReadOnlyList<string> Keys);

/// <summary>Where a file is uploaded to or downloaded from [docs Z/guides/filesystem]; the names of the members are a [guess]. The address
/// grants access without a token, so it is not printed.</summary>
internal sealed record FileAddress : IIdentified
{
    [JsonPropertyName("fileKey")] public string FileKey { get; init => field = value ?? ""; } = "";
    [JsonPropertyName("url")] public string? Url { get; init; }

    string IIdentified.Id => FileKey;

    public override string ToString() => nameof(FileAddress);
}
