using System.Net.Mime;

namespace SpacesPortal.Profile;

/// <summary>Brings a picture, or nothing: whatever is wrong with it, the reader sees initials.</summary>
internal sealed partial class PhotoFetcher(PhotoTransport transport, ILogger<PhotoFetcher> logger)
{
    private const int LargestPicture = 1024 * 1024;

    // As hosts name them, and by their registered name; servers still send names from before the registry. No SVG: it is a document that
    // can hold scripts.
    private static readonly Dictionary<string, string> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        [MediaTypeNames.Image.Png] = MediaTypeNames.Image.Png,
        ["image/x-png"] = MediaTypeNames.Image.Png,
        [MediaTypeNames.Image.Jpeg] = MediaTypeNames.Image.Jpeg,
        ["image/jpg"] = MediaTypeNames.Image.Jpeg,
        ["image/pjpeg"] = MediaTypeNames.Image.Jpeg,
        [MediaTypeNames.Image.Gif] = MediaTypeNames.Image.Gif,
        [MediaTypeNames.Image.Webp] = MediaTypeNames.Image.Webp,
    };

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public async Task<Photo?> FetchAsync(string address, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("https" or "http"))
            return null;

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, uri);
            request.Headers.Accept.ParseAdd("image/webp,image/png,image/jpeg,image/gif");
            using var response = await transport.SendAsync(request, limit.Token);
            return response.IsSuccessStatusCode ? await ReadAsync(response.Content, limit.Token) : null;
        }
        catch (Exception problem) when (problem is HttpRequestException or IOException
            || (problem is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            Failed(logger, problem, uri.Host);
            return null;
        }
    }

    private static async Task<Photo?> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        if (!Kinds.TryGetValue(content.Headers.ContentType?.MediaType ?? "", out var kind))
            return null;
        if (content.Headers.ContentLength > LargestPicture)
            return null;

        // The announced length is only a claim: read one byte more than is allowed, never the rest.
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        var buffer = new byte[(content.Headers.ContentLength ?? LargestPicture) + 1];
        var length = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        return length is 0 or > LargestPicture ? null : new Photo(buffer.AsMemory(0, length), kind);
    }

    [LoggerMessage(1102, LogLevel.Information, "No picture from {Host}")]
    private static partial void Failed(ILogger logger, Exception problem, string host);
}

internal sealed record Photo(ReadOnlyMemory<byte> Bytes, string ContentType);
