using Microsoft.AspNetCore.Http.Features;

namespace AvayaCloud.Sandbox.Spaces;

/// <summary>The contents of files. Avaya stores them with another company, so a request with a token is rejected here.</summary>
internal static class StorageEndpoints
{
    public const int MaxSize = 32 * 1024 * 1024;

    private const string Path = "/storage";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPut(Path, PutAsync);
        app.MapGet(Path, Get);
    }

    public static string GetUrl(string key, PublicAddress address) => address.For(Path) + "?key=" + Uri.EscapeDataString(key);

    /// <summary>The content needs the size and the type that were announced [docs Z/guides/filesystem].</summary>
    private static async Task<IResult> PutAsync(HttpContext context, FileStore files)
    {
        if (Find(context, files, out var error) is not { } file)
            return error;
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = MaxSize + 1;
        using var bytes = new MemoryStream();
        await context.Request.Body.CopyToAsync(bytes, context.RequestAborted);
        if (bytes.Length != file.Size || !string.Equals(context.Request.ContentType, file.MimeType, StringComparison.OrdinalIgnoreCase))
            return ApiError.BadRequest("Size or type are not those announced.", "storage.mismatch");
        files.SetContent(file, bytes.ToArray());
        return Results.Ok();
    }

    private static IResult Get(HttpContext context, FileStore files)
    {
        if (Find(context, files, out var error) is not { } file)
            return error;
        if (file.Bytes is not { } bytes)
            return ApiError.NotFound;
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers.ContentDisposition = "attachment";
        return Results.Bytes(bytes, file.MimeType);
    }

    private static StoredFile? Find(HttpContext context, FileStore files, out ApiError error)
    {
        error = ApiError.NotFound;
        if (!context.Request.Headers.ContainsKey("Authorization"))
            return files.Find(context.Request.Query["key"].LastOrDefault() ?? "");
        error = ApiError.BadRequest("No token belongs here.", "storage.token");
        return null;
    }
}
