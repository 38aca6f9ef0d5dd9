namespace AvayaCloud.Sandbox.Spaces;

/// <summary>What a client asks before it knows anybody [wire 4.6].</summary>
internal static class PlatformEndpoints
{
    private const string Flavor = "sandbox";

    public static void Map(IEndpointRouteBuilder app, ApiRoutes api)
    {
        app.MapGet("/api/service-configurations", ConfigurationsAsync);
        app.MapGet(
            "/health", (HttpContext context) => Json.WriteAsync(context, StatusCodes.Status200OK, new JsonObject { ["status"] = "ok" }));
        api.Get("/flavor", call => ApiAnswer.Ok(new JsonObject { ["data"] = new JsonArray(FlavorOf(call)) }));
        api.Get("/flavor/email/{email}", _ => ApiAnswer.Ok(new JsonObject { ["useGlobal"] = true, ["flavorId"] = Flavor }));
    }

    /// <summary>Lets a client find every host from one [docs D/guides/service-configurations].</summary>
    private static Task ConfigurationsAsync(HttpContext context, PublicAddress address) =>
        Json.WriteAsync(context, StatusCodes.Status200OK, new JsonObject
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

    private static JsonObject FlavorOf(ApiCall call) => new()
    {
        ["flavorId"] = Flavor,
        ["urls"] = new JsonObject { ["apis"] = call.Address.For(""), ["socket"] = call.Address.For("") },
    };
}
