using Microsoft.Net.Http.Headers;

namespace SpacesPortal.Spaces;

/// <summary>Downloads of files in messages. The bytes pass through the portal, so that no page leads to another origin. They are a
/// download in every browser: never shown, framed, sniffed or run.</summary>
internal static class FileEndpoints
{
    public static void MapFiles(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/spaces/{id}/messages/{messageId}/files/{index:int}", DownloadAsync).RequireAuthorization();

    private static async Task<IResult> DownloadAsync(
        string id, string messageId, int index, HttpContext context, SpaceClients clients, CancellationToken cancellationToken)
    {
        var client = clients.Create(id);
        var message = await client.Messages.GetAsync(messageId, cancellationToken);
        if (message is not SpacesOutcome<Message>.Ok(var found))
            return ToResult(message.Error!);
        if (found.Content?.Files.ElementAtOrDefault(index) is not { FileKey: { Length: > 0 } key } file)
            return TypedResults.NotFound();
        var download = await client.Files.DownloadAsync(key, cancellationToken);
        if (download is not SpacesOutcome<FileDownload>.Ok(var content))
            return ToResult(download.Error!);
        context.Response.RegisterForDispose(content);
        context.Response.Headers.ContentDisposition = Attachment(file.Name);
        context.Response.ContentLength = content.Size;
        return TypedResults.Stream(content.Content, "application/octet-stream");
    }

    private static string Attachment(string? name)
    {
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(FileName.Sanitize(name));
        return disposition.ToString();
    }

    private static IResult ToResult(SpacesError error) => error.Kind switch
    {
        SpacesErrorKind.NotFound or SpacesErrorKind.Forbidden => TypedResults.NotFound(),
        _ => TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable),
    };
}

/// <summary>The address of a file in a message.</summary>
internal static class FileAddress
{
    public static string Of(Message message, int index) =>
        $"spaces/{Uri.EscapeDataString(message.SpaceId ?? "-")}/messages/{Uri.EscapeDataString(message.Id)}/files/{index}";
}

/// <summary>A file name from another user, as a name to save under.</summary>
internal static class FileName
{
    private const int MaxLength = 120;
    private const string Reserved = @"/\:*?""<>|";

    public static string Sanitize(string? name)
    {
        var kept = string.Concat((name ?? "").Where(it => !IsInvisible(it) && !Reserved.Contains(it, StringComparison.Ordinal)));
        var trimmed = kept.Trim(' ', '.');
        return trimmed.Length switch
        {
            0 => "file",
            > MaxLength => trimmed[^MaxLength..],
            _ => trimmed,
        };
    }

    // Right-to-left overrides make “exe.txt” of “txt.exe”.
    private static bool IsInvisible(char character) =>
        char.GetUnicodeCategory(character) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate;
}
