namespace AvayaCloud.Sandbox.Guests;

/// <summary>Creates guests and their tokens [docs D/api/users/anonymous_auth].</summary>
internal static class GuestEndpoints
{
    private const int MaxLength = 255;

    // The name of a guest who sends none [guess].
    private const string DefaultName = "Guest";

    public static void MapGuests(this IEndpointRouteBuilder app) => app.MapPost("/api/anonymous/auth", CreateAsync);

    private static async Task<IResult> CreateAsync(
        HttpContext context, GuestTokens tokens, PeopleStore people, StateClock clock, ObjectIds ids)
    {
        var body = await ReadAsync(context);
        var displayName = body.GetString("displayname") is { Length: > 0 } name ? name : DefaultName;
        var username = body.GetString("username") ?? "";
        var picture = body.GetString("picturefile");
        if (body is null || displayName.Length > MaxLength || username.Length > MaxLength || picture?.Length > MaxLength)
            return ApiError.BadRequest("The body is neither JSON nor a form, or a name is too long.");

        var now = clock.Next();
        var id = ids.Next(now);
        var guest = new Person
        {
            Login = "guest " + id,
            Username = username,
            SpacesId = id,
            IdentityId = "",
            IsAnonymous = true,
            Name = new PersonName(displayName, ""),
            DisplayName = displayName,
            Picture = picture,
            Updated = now,
        };
        people.Put(guest);
        context.SetOutcome("ok", guest);
        return Json.Result(new JsonObject { ["token"] = tokens.Issue(guest) });
    }

    /// <summary>JSON, a form as one client sends it [repo PY], or no body. Null for anything else.</summary>
    private static async Task<JsonObject?> ReadAsync(HttpContext context)
    {
        if (await context.TryReadFormAsync() is { } form)
            return new JsonObject(form.Select(it => KeyValuePair.Create(it.Key, (JsonNode?)it.Value.ToString())));
        return await RequestJson.ReadAsync(context) switch
        {
            (true, null) => [],
            (true, JsonObject body) => body,
            _ => null,
        };
    }
}
