using System.Text.Json.Nodes;
using AvayaCloud.Sandbox.Hosting;
using AvayaCloud.Sandbox.Identity;

namespace AvayaCloud.Sandbox.Spaces;

/// <summary>spacesapis.avayacloud.com as far as the portal has come [wire 4].</summary>
internal static class SpacesEndpoints
{
    public static void MapSpaces(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/users/me", MeAsync);
        app.MapGet("/api/users/me/spaces", SpaceListEndpoint.ListAsync);
        app.MapGet("/api/users/me/topics", SpaceListEndpoint.ListAsync);
        app.MapGet("/api/service-configurations", ConfigurationsAsync);
        app.MapGet("/health", (HttpContext context) => Json.WriteAsync(context, StatusCodes.Status200OK, new JsonObject { ["status"] = "ok" }));
        app.Map("/api/{**rest}", ApiErrors.NotFoundAsync);
    }

    private static async Task MeAsync(HttpContext context, TokenVault vault, PublicAddress address)
    {
        if (await Caller.PersonAsync(context, vault) is { } person)
            await Json.WriteAsync(context, StatusCodes.Status200OK, UserJson.Of(person, address));
    }

    /// <summary>Lets a client find every host from one [docs D/guides/service-configurations].</summary>
    private static Task ConfigurationsAsync(HttpContext context, PublicAddress address) => Json.WriteAsync(context, StatusCodes.Status200OK, new JsonObject
    {
        ["spaces"] = new JsonObject
        {
            ["server_url"] = address.For(""),
            ["socketio_server_url"] = address.For(""),
            ["marketing_url"] = address.For(""),
        },
        ["store"] = new JsonObject { ["server_url"] = address.For("") },
        ["accounts"] = new JsonObject { ["server_url"] = address.For("") },
    });
}
