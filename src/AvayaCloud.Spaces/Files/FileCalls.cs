using System.Net.Http.Headers;

namespace AvayaCloud.Spaces;

/// <summary>Upload and download [docs Z/guides/filesystem]. The API says where a file is stored, often on another host. So the bytes are
/// sent without the token.</summary>
public sealed class FileCalls
{
    private readonly ApiCaller<IFilesApi> _api;
    private readonly HttpClient _storage;

    internal FileCalls(ApiCaller<IFilesApi> api, HttpClient storage)
    {
        _api = api;
        _storage = storage;
    }

    /// <summary>Uploads a file, so that a message can refer to it [docs Z/guides/filesystem]. Exactly <paramref name="size"/> bytes are
    /// read, from the stream's current position.</summary>
    public async Task<SpacesOutcome<UploadedFile>> UploadAsync(
        string name, string mimeType, long size, Stream content, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(content);
        var request = new UploadRequest([new UploadEntry { Name = name, Size = size, MimeType = mimeType }]);
        var addresses = await _api.CallAsync([], (api, ct) => api.GetUploadAddressesAsync(request, ct), cancellationToken);
        if (addresses is not SpacesOutcome<Page<FileAddress>>.Ok(var page))
            return addresses.Error!;
        if (page.Items is not [var file, ..] || StorageAddress.Parse(file.Url, _api.BaseUrl) is not { } address)
            return SpacesError.InvalidResponse("The response has no address to upload to.");
        var uploaded = new UploadedFile(file.FileKey, name, size, mimeType);
        return await OutcomeMapper.MapAsync(() => PutAsync(address, uploaded, content, cancellationToken), cancellationToken);
    }

    /// <summary>Downloads a file of a message [docs Z/guides/filesystem]. The caller disposes the download.</summary>
    public async Task<SpacesOutcome<FileDownload>> DownloadAsync(string fileKey, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(fileKey);
        var request = new DownloadRequest([fileKey]);
        var addresses = await _api.CallAsync([], (api, ct) => api.GetDownloadAddressesAsync(request, ct), cancellationToken);
        if (addresses is not SpacesOutcome<Page<FileAddress>>.Ok(var page))
            return addresses.Error!;
        var file = page.Items.FirstOrDefault(it => it.FileKey == fileKey);
        if (StorageAddress.Parse(file?.Url, _api.BaseUrl) is not { } address)
            return SpacesError.InvalidResponse("The response has no address to download from.");
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
            response.StatusCode, RetryAfter.Get(response.Headers, _api.Clock), response.IsSuccessStatusCode ? file : null);
    }

    private async Task<ResponseData<FileDownload>> GetAsync(Uri address, CancellationToken cancellationToken)
    {
        var response = await _storage.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (response.IsSuccessStatusCode)
        {
            var content = await response.Content.ReadAsStreamAsync(cancellationToken);
            return new ResponseData<FileDownload>(response.StatusCode, RetryAfter: null, new FileDownload(response, content));
        }

        using (response)
            return new ResponseData<FileDownload>(response.StatusCode, RetryAfter.Get(response.Headers, _api.Clock), Value: null);
    }
}

/// <summary>The API chooses the address. It is accepted if it is https, or http like the API itself.</summary>
internal static class StorageAddress
{
    public static Uri? Parse(string? url, Uri baseUrl) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address)
        && address.UserInfo.Length == 0
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && baseUrl.Scheme == Uri.UriSchemeHttp))
            ? address
            : null;
}
