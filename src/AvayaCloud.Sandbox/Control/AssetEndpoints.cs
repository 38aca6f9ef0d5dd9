namespace AvayaCloud.Sandbox.Control;

/// <summary>The stylesheet of the pages, and the pictures of the users.</summary>
internal static class AssetEndpoints
{
    public static void MapAssets(this IEndpointRouteBuilder app)
    {
        app.MapGet(
            "/_sandbox/sandbox.css",
            () => Results.Stream(typeof(AssetEndpoints).Assembly.GetManifestResourceStream("sandbox.css")!, "text/css"));
        app.MapGet("/_sandbox/pictures/{name}.png", (string name) => Results.Bytes(Picture.Create(name), "image/png"));
        app.MapGet("/norevimages/noimage.jpg", () => Results.Bytes(Picture.Create("nobody"), "image/png"));
    }
}
