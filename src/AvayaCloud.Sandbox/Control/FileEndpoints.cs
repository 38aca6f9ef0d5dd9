namespace AvayaCloud.Sandbox.Control;

/// <summary>What pages and people point at: the stylesheet and the pictures.</summary>
internal static class FileEndpoints
{
    public static void MapFiles(this IEndpointRouteBuilder app)
    {
        app.MapGet(
            "/_sandbox/sandbox.css",
            () => Results.Stream(typeof(FileEndpoints).Assembly.GetManifestResourceStream("sandbox.css")!, "text/css"));
        app.MapGet("/_sandbox/pictures/{name}.png", (string name) => Results.Bytes(Picture.Of(name), "image/png"));
        app.MapGet("/norevimages/noimage.jpg", () => Results.Bytes(Picture.Of("nobody"), "image/png"));
    }
}
