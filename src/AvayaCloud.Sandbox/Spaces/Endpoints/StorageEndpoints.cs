using Microsoft.AspNetCore.Http.Features;

namespace AvayaCloud.Sandbox.Spaces;

/// <summary>Where the bytes go: another house in the real world, so no token belongs here, and who brings one is sent away.</summary>
internal static class StorageEndpoints
{
    public const int Largest = 32 * 1024 * 1024;

    private const string Path = "/storage";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPut(Path, PutAsync);
        app.MapGet(Path, GetAsync);
    }

    public static string UrlOf(string key, PublicAddress address) => address.For(Path) + "?key=" + Uri.EscapeDataString(key);

    /// <summary>Exactly the bytes that were announced, with their type [docs Z/guides/filesystem].</summary>
    private static async Task PutAsync(HttpContext context, FileStore files)
    {
        if (await FindAsync(context, files) is not { } file)
            return;
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = Largest + 1;
        using var bytes = new MemoryStream();
        await context.Request.Body.CopyToAsync(bytes, context.RequestAborted);
        if (bytes.Length != file.Size || !string.Equals(context.Request.ContentType, file.MimeType, StringComparison.OrdinalIgnoreCase))
        {
            await ApiRoutes.RefuseAsync(
                context, StatusCodes.Status400BadRequest, "storage.mismatch", "Size or type are not those announced.");
            return;
        }

        files.Fill(file, bytes.ToArray());
        context.Response.StatusCode = StatusCodes.Status200OK;
    }

    private static async Task GetAsync(HttpContext context, FileStore files)
    {
        if (await FindAsync(context, files) is not { } file)
            return;
        if (file.Bytes is not { } bytes)
        {
            await ApiRoutes.RefuseAsync(context, StatusCodes.Status404NotFound, "not.found", "Nothing was put here yet.");
            return;
        }

        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers.ContentDisposition = "attachment";
        await Results.Bytes(bytes, file.MimeType).ExecuteAsync(context);
    }

    private static async Task<StoredFile?> FindAsync(HttpContext context, FileStore files)
    {
        if (context.Request.Headers.ContainsKey("Authorization"))
        {
            await ApiRoutes.RefuseAsync(context, StatusCodes.Status400BadRequest, "storage.token", "No token belongs here.");
            return null;
        }

        if (files.Find(context.Request.Query["key"].LastOrDefault() ?? "") is { } file)
            return file;
        await ApiRoutes.RefuseAsync(context, StatusCodes.Status404NotFound, "not.found", "There is no such file.");
        return null;
    }
}
