using System.Net.Http.Headers;

namespace AvayaCloud.Spaces;

/// <summary>Files [docs Z/guides/filesystem]: the API says where, the bytes go there and come from there without the token, whosever host
/// it is.</summary>
public sealed class FileCalls
{
    private readonly ApiCaller _caller;
    private readonly IFilesApi _api;
    private readonly HttpClient _storage;

    internal FileCalls(ApiCaller caller, HttpClient storage) => (_caller, _api, _storage) = (caller, caller.Api<IFilesApi>(), storage);

    /// <summary>
    /// Puts a file there, for a message to name it [docs Z/guides/filesystem]. The stream is read from where it stands, exactly <paramref
    /// name="size"/> bytes.
    /// </summary>
    public async Task<SpacesOutcome<UploadedFile>> UploadAsync(
        string name, string mimeType, long size, Stream content, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(content);
        var request = new UploadRequest([new UploadEntry { Name = name, Size = size, MimeType = mimeType }]);
        var addresses = await _caller.GetAsync([], () => _api.GetUploadAddressesAsync(request, cancellationToken), cancellationToken);
        if (addresses is not SpacesOutcome<Page<FileAddress>>.Ok(var page))
            return addresses.Then<UploadedFile>(_ => throw new InvalidOperationException("Only failures come here."));
        if (page.Items is not [var file, ..] || StorageAddress.Of(file.Url, _caller.BaseUrl) is not { } address)
            return new SpacesOutcome<UploadedFile>.InvalidResponse("The address for the file is none to send bytes to.");
        return await OutcomeMapper.MapAsync(
            () => PutAsync(address, new UploadedFile(file.FileKey, name, size, mimeType), content, cancellationToken), cancellationToken);
    }

    /// <summary>A file of a message [docs Z/guides/filesystem]. Whoever gets the download disposes of it.</summary>
    public async Task<SpacesOutcome<FileDownload>> DownloadAsync(string fileKey, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(fileKey);
        var addresses = await _caller.GetAsync(
            [], () => _api.GetDownloadAddressesAsync(new DownloadRequest([fileKey]), cancellationToken), cancellationToken);
        if (addresses is not SpacesOutcome<Page<FileAddress>>.Ok(var page))
            return addresses.Then<FileDownload>(_ => throw new InvalidOperationException("Only failures come here."));
        if (page.Items.FirstOrDefault(it => it.FileKey == fileKey) is not { } file
            || StorageAddress.Of(file.Url, _caller.BaseUrl) is not { } address)
        {
            return new SpacesOutcome<FileDownload>.InvalidResponse("The address of the file is none to fetch from.");
        }

        return await OutcomeMapper.MapAsync(() => GetAsync(address, cancellationToken), cancellationToken);
    }

    private async Task<ResponseData<UploadedFile>> PutAsync(
        Uri address, UploadedFile file, Stream content, CancellationToken cancellationToken)
    {
        using var body = new StreamContent(content);
        body.Headers.ContentLength = file.Size;
        body.Headers.ContentType = MediaTypeHeaderValue.TryParse(file.MimeType, out var type) ? type : null;
        using var response = await _storage.PutAsync(address, body, cancellationToken);
        return new ResponseData<UploadedFile>(
            response.StatusCode, RetryAfter.From(response.Headers, _caller.Clock), response.IsSuccessStatusCode ? file : null, null);
    }

    private async Task<ResponseData<FileDownload>> GetAsync(Uri address, CancellationToken cancellationToken)
    {
        var response = await _storage.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (response.IsSuccessStatusCode)
        {
            return new ResponseData<FileDownload>(
                response.StatusCode, null, new FileDownload(response, await response.Content.ReadAsStreamAsync(cancellationToken)), null);
        }

        using (response)
            return new ResponseData<FileDownload>(response.StatusCode, RetryAfter.From(response.Headers, _caller.Clock), null, null);
    }
}

/// <summary>Where files lie is the API's data: taken when it is the web, and not less safe than the API itself.</summary>
internal static class StorageAddress
{
    public static Uri? Of(string? url, Uri baseUrl) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address)
        && address.UserInfo.Length == 0
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && baseUrl.Scheme == Uri.UriSchemeHttp))
            ? address
            : null;
}
