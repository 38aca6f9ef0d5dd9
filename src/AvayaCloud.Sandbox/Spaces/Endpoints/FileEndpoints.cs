namespace AvayaCloud.Sandbox.Spaces;

/// <summary>
/// Addresses to put files to and get them from [docs Z/guides/filesystem]. The guide says GET with a payload, recorded traffic POST
/// [repo LT]: both are served. The members of the payload's and the answer's entries are a [guess].
/// </summary>
internal static class FileEndpoints
{
    private const int Most = 20;

    public static void Map(ApiRoutes api)
    {
        foreach (var method in (string[])[HttpMethods.Get, HttpMethods.Post])
        {
            api.Map(method, "/files/getuploadurl", UploadUrl, _ => null);
            api.Map(method, "/files/getdownloadurl", DownloadUrl, _ => null);
        }
    }

    private static ApiAnswer UploadUrl(ApiCall call)
    {
        if (call.Body.List("files") is not { Count: > 0 and <= Most } files)
            return ApiAnswer.BadRequest("There are no files, or more than twenty.");
        var areSound = files.All(it =>
            !string.IsNullOrWhiteSpace(it.Text("name")) && it.Number("fileSize") is >= 0 and <= StorageEndpoints.Largest);
        if (!areSound)
            return ApiAnswer.BadRequest("A file has no name, or no size that is taken.");
        var data = Json.List(files, it =>
        {
            var file = call.State.Files.Reserve(
                it.Text("name")!, it.Number("fileSize")!.Value, it.Text("providerFileType") ?? "application/octet-stream");
            return new JsonObject
            {
                ["fileKey"] = file.Key,
                ["name"] = file.Name,
                ["url"] = StorageEndpoints.UrlOf(file.Key, call.Address),
            };
        });
        return ApiAnswer.Ok(new JsonObject { ["data"] = data });
    }

    private static ApiAnswer DownloadUrl(ApiCall call)
    {
        if (call.Body.List("fileKeys") is not { Count: > 0 and <= Most } keys)
            return ApiAnswer.BadRequest("There are no fileKeys, or more than twenty.");
        if (keys.Any(it => call.State.Files.Find(it.Text() ?? "") is not { Bytes: not null }))
            return ApiAnswer.NotFound;
        return ApiAnswer.Ok(new JsonObject
        {
            ["data"] = Json.List(
                keys, it => new JsonObject { ["fileKey"] = it.Text(), ["url"] = StorageEndpoints.UrlOf(it.Text()!, call.Address) }),
        });
    }
}
