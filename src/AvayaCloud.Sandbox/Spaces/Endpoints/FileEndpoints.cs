namespace AvayaCloud.Sandbox.Spaces;

/// <summary>The URLs to upload files to and to download them from [docs Z/guides/filesystem]. The guide says GET with a body, recorded
/// traffic POST [repo LT]: both work. The members of a body's and a response's entries are a [guess].</summary>
internal static class FileEndpoints
{
    private const int MaxFiles = 20;

    public static void Map(ApiRoutes api)
    {
        api.Get("/files/getuploadurl", GetUploadUrls);
        api.Post("/files/getuploadurl", GetUploadUrls);
        api.Get("/files/getdownloadurl", GetDownloadUrls);
        api.Post("/files/getdownloadurl", GetDownloadUrls);
    }

    private static IResult GetUploadUrls(ApiCall call)
    {
        if (call.Body.GetArray("files") is not { Count: > 0 and <= MaxFiles } files)
            return ApiError.BadRequest("There are no files, or more than twenty.");
        if (!files.All(IsValid))
            return ApiError.BadRequest("A file has no name, or no size that is allowed.");
        var data = Json.List(files, it =>
        {
            var file = call.State.Files.Reserve(
                it.GetString("name")!, it.GetInt32("fileSize")!.Value, it.GetString("providerFileType") ?? "application/octet-stream");
            return new JsonObject
            {
                ["fileKey"] = file.Key,
                ["name"] = file.Name,
                ["url"] = StorageEndpoints.GetUrl(file.Key, call.Address),
            };
        });
        return Json.Result(new JsonObject { ["data"] = data });
    }

    private static IResult GetDownloadUrls(ApiCall call)
    {
        if (call.Body.GetArray("fileKeys") is not { Count: > 0 and <= MaxFiles } keys)
            return ApiError.BadRequest("There are no fileKeys, or more than twenty.");
        if (keys.Any(it => call.State.Files.Find(it.GetString() ?? "") is not { Bytes: not null }))
            return ApiError.NotFound;
        var data = Json.List(keys, it => new JsonObject
        {
            ["fileKey"] = it.GetString(),
            ["url"] = StorageEndpoints.GetUrl(it.GetString()!, call.Address),
        });
        return Json.Result(new JsonObject { ["data"] = data });
    }

    private static bool IsValid(JsonNode file) =>
        !string.IsNullOrWhiteSpace(file.GetString("name")) && file.GetInt32("fileSize") is >= 0 and <= StorageEndpoints.MaxSize;
}
