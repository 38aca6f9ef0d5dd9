using AvayaCloud.Sandbox.People;

namespace AvayaCloud.Sandbox.Pages;

/// <summary>What is no part of Avaya Cloud: the stylesheet and the pictures.</summary>
internal static class OwnEndpoints
{
    public static void MapOwnPages(this IEndpointRouteBuilder app)
    {
        app.MapGet("/", () => Results.LocalRedirect("/_sandbox"));
        app.MapGet("/_sandbox/sandbox.css", () => Results.Stream(typeof(OwnEndpoints).Assembly.GetManifestResourceStream("sandbox.css")!, "text/css"));
        app.MapGet("/_sandbox/pictures/{name}.png", (string name) => Results.Bytes(Picture.Of(name), "image/png"));
        app.MapGet("/norevimages/noimage.jpg", () => Results.Bytes(Picture.Of("nobody"), "image/png"));
    }
}
