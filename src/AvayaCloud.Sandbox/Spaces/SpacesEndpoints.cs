using System.Text.Json.Nodes;
using AvayaCloud.Sandbox.Hosting;

namespace AvayaCloud.Sandbox.Spaces;

/// <summary>spacesapis.avayacloud.com [wire 4].</summary>
internal static class SpacesEndpoints
{
    public static void AddSpaces(this IServiceCollection services) =>
        services.AddSingleton<ICallerReader, BearerReader>().AddSingleton<Callers>();

    public static void MapSpaces(this IEndpointRouteBuilder app)
    {
        var api = new ApiRoutes(app);
        api.Get("/users/me", call => ApiAnswer.Ok(UserJson.Of(call.Person, call.Address)));
        api.Get("/users/me/spaces", SpaceListEndpoint.List, scope: "spaces.list");
        app.MapGet("/api/service-configurations", ConfigurationsAsync);
        app.MapGet("/health", (HttpContext context) => Json.WriteAsync(context, StatusCodes.Status200OK, new JsonObject { ["status"] = "ok" }));
        app.Map("/api/{**rest}", (HttpContext context) => ApiRoutes.RefuseAsync(context, StatusCodes.Status404NotFound, "not.found", "There is nothing at this address."));
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
