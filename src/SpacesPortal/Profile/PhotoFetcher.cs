namespace SpacesPortal.Profile;

/// <summary>Downloads a picture. Any failure returns null, and the page shows initials.</summary>
internal sealed partial class PhotoFetcher(PhotoTransport transport, ILogger<PhotoFetcher> logger)
{
    private const int MaxLength = 1024 * 1024;

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);

    public async Task<Photo?> FetchAsync(string address, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("https" or "http"))
            return null;

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Timeout);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, uri);
            request.Headers.Accept.ParseAdd("image/webp,image/png,image/jpeg,image/gif");
            using var response = await transport.SendAsync(request, limit.Token);
            return response.IsSuccessStatusCode ? await ReadAsync(response.Content, limit.Token) : null;
        }
        catch (Exception error) when (error is HttpRequestException or IOException
            || (error is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            Failed(logger, error, uri.Host);
            return null;
        }
    }

    private static async Task<Photo?> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        if (RegisteredType(content.Headers.ContentType?.MediaType) is not { } contentType || content.Headers.ContentLength > MaxLength)
            return null;

        // Content-Length may be wrong, so one byte more than allowed is read, and never the rest.
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        var buffer = new byte[(content.Headers.ContentLength ?? MaxLength) + 1];
        var length = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        return length is 0 or > MaxLength ? null : new Photo(buffer.AsMemory(0, length), contentType);
    }

    // Servers still send unregistered names. No SVG, which can hold scripts.
    private static string? RegisteredType(string? mediaType) => mediaType?.ToLowerInvariant() switch
    {
        "image/png" or "image/x-png" => "image/png",
        "image/jpeg" or "image/jpg" or "image/pjpeg" => "image/jpeg",
        "image/gif" => "image/gif",
        "image/webp" => "image/webp",
        _ => null,
    };

    [LoggerMessage(1102, LogLevel.Information, "No picture from {Host}")]
    private static partial void Failed(ILogger logger, Exception error, string host);
}

internal sealed record Photo(ReadOnlyMemory<byte> Bytes, string ContentType);
