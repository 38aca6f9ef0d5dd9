using Refit;

namespace AvayaCloud.Spaces;

/// <summary>
/// Addresses for files [docs Z/guides/filesystem]. POST as recorded traffic has it, where the guide says GET with a payload [repo LT];
/// the members of the entries are a [guess].
/// </summary>
[Headers("Accept: application/json")]
public interface IFilesApi
{
    [Post("/files/getuploadurl"), Headers(Repeatable.Mark)]
    Task<IApiResponse<Page<FileAddress>>> GetUploadAddressesAsync([Body] UploadRequest request, CancellationToken cancellationToken);

    [Post("/files/getdownloadurl"), Headers(Repeatable.Mark)]
    Task<IApiResponse<Page<FileAddress>>> GetDownloadAddressesAsync([Body] DownloadRequest request, CancellationToken cancellationToken);
}
