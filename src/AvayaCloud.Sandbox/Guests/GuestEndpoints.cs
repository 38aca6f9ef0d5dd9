namespace AvayaCloud.Sandbox.Guests;

/// <summary>Where guests get their pass [docs D/api/users/anonymous_auth], and how it is read.</summary>
internal static class GuestEndpoints
{
    private const int LongestName = 255;

    // What somebody is called who does not say [guess].
    private const string Unnamed = "Guest";

    public static void AddGuests(this IServiceCollection services) =>
        services.AddSingleton<GuestPasses>().AddSingleton<ICallerReader, JwtReader>();

    public static void MapGuests(this IEndpointRouteBuilder app) => app.MapPost("/api/anonymous/auth", EnterAsync);

    private static async Task EnterAsync(HttpContext context, GuestPasses passes)
    {
        if (await SentAsync(context) is not { } sent || Names(sent).Any(it => it?.Length > LongestName))
        {
            await ApiRoutes.RefuseAsync(
                context, StatusCodes.Status400BadRequest, "invalid.parameters",
                "The body is neither JSON nor a form, or a name is too long.");
            return;
        }

        var (guest, token) = passes.Enter(
            sent.Text("displayname") is { Length: > 0 } name ? name : Unnamed, sent.Text("username") ?? "", sent.Text("picturefile"));
        context.SetOutcome("ok", guest);
        await Json.WriteAsync(context, StatusCodes.Status200OK, new JsonObject { ["token"] = token });
    }

    /// <summary>JSON, or form data as one client has it [repo PY]; nothing will do, too.</summary>
    private static async Task<JsonObject?> SentAsync(HttpContext context)
    {
        if (await context.TryReadFormAsync() is { } form)
            return new JsonObject(form.Select(it => KeyValuePair.Create(it.Key, (JsonNode?)it.Value.ToString())));
        return await ApiRoutes.BodyAsync(context) is (true, JsonObject or null) and var (_, body) ? body as JsonObject ?? [] : null;
    }

    private static IEnumerable<string?> Names(JsonObject sent) =>
        [sent.Text("displayname"), sent.Text("username"), sent.Text("picturefile")];
}
