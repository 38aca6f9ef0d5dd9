namespace AvayaCloud.Sandbox.Spaces;

/// <summary>What a client asks about the platform, mostly before a sign-in [wire 4.6].</summary>
internal static class PlatformEndpoints
{
    private const string Flavor = "sandbox";

    public static void Map(IEndpointRouteBuilder app, ApiRoutes api)
    {
        app.MapGet("/api/service-configurations", GetConfigurations);
        app.MapGet("/health", () => Json.Result(new JsonObject { ["status"] = "ok" }));
        api.Get("/flavor", call => Json.Result(new JsonObject { ["data"] = new JsonArray(CreateFlavor(call)) }));
        api.Get("/flavor/email/{email}", _ => Json.Result(new JsonObject { ["useGlobal"] = true, ["flavorId"] = Flavor }));
    }

    /// <summary>A client finds every host by this one [docs D/guides/service-configurations].</summary>
    private static IResult GetConfigurations(PublicAddress address) => Json.Result(new JsonObject
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

    private static JsonObject CreateFlavor(ApiCall call) => new()
    {
        ["flavorId"] = Flavor,
        ["urls"] = new JsonObject { ["apis"] = call.Address.For(""), ["socket"] = call.Address.For("") },
    };
}
