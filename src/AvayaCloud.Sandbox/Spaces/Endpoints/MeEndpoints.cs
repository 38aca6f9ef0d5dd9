namespace AvayaCloud.Sandbox.Spaces;

/// <summary>The caller: profile, settings, spaces and what the caller set for a space [wire 4.2].</summary>
internal static class MeEndpoints
{
    public static void Map(ApiRoutes api)
    {
        api.Get("/users/me", call => Json.Result(UserJson.Create(call.Person, call.Address)));
        api.Get("/users/me/settings", call => Json.Result(new JsonObject { ["data"] = new JsonArray(CreateSettings(call)) }));
        api.Post("/users/me/settings/{settingsId}", ChangeSettings);
        api.Get("/users/me/spaces", ListSpaces, scope: "spaces.list");
        api.Post("/users/me/spaces/{spaceId}/preference", SetPreference);
        api.Post("/users/me/spaces/{spaceId}/markread", MarkRead);
        // The shape of these two responses is not known [repo LT k6/src/join.js].
        api.Get("/users/{userId}/statistics", call => Json.Result(
            new JsonObject { ["data"] = new JsonObject { ["spaces"] = call.State.Spaces.GetFor(call.Person).Count } }));
        api.Get("/users/me/featuresrollout", _ => Json.Result(new JsonObject { ["data"] = new JsonArray() }));
    }

    /// <summary>A service app gets the spaces in which its account is admin [seed 3].</summary>
    private static IResult ListSpaces(ApiCall call)
    {
        var filter = new SpaceFilter(call);
        var rows = call.State.Spaces.GetFor(call.Person)
            .Where(it => (!call.IsServiceApp || it.Member.Role == Role.Admin) && filter.Matches(it))
            .ToList();
        return TokenPages.Create(
            call, rows, it => new RowKey(it.Space.Modified, it.Space.Id), it => SpaceJson.Create(it, call.Address));
    }

    private static IResult MarkRead(ApiCall call) => call.InSpace(Permission.Read, (space, own) =>
    {
        call.State.Spaces.UpdateMember(space, own with { IsUnread = false, LastAccess = call.State.Clock.Next() });
        return Json.Result(new JsonObject());
    });

    private static IResult SetPreference(ApiCall call) => call.InSpace(Permission.Read, (space, own) =>
    {
        if (call.Body is not JsonObject body)
            return ApiError.BadRequest("The body is not an object.");
        own = own with
        {
            IsPinned = body.GetBoolean("isPinned") ?? own.IsPinned,
            Notification = body.GetString("notification") ?? own.Notification,
        };
        call.State.Spaces.UpdateMember(space, own);
        // [docs A/api/users/users_me_spaces_spaceid_preference]
        return Json.Result(new JsonObject
        {
            ["_id"] = new string([.. space.Id.Reverse()]),
            ["targetId"] = space.Id,
            ["userId"] = call.Person.SpacesId,
            ["status"] = 0,
            ["unread"] = own.IsUnread,
            ["isPinned"] = own.IsPinned,
            ["notification"] = own.Notification,
        });
    });

    private static IResult ChangeSettings(ApiCall call)
    {
        if (call.Route("settingsId") != GetSettingsId(call.Person))
            return ApiError.NotFound;
        if (call.Body is not JsonObject body)
            return ApiError.BadRequest("The body is not an object.");
        var settings = call.State.UserSettings.Get(call.Person);
        // Unknown settings are ignored.
        var changes = body.Where(it => settings.ContainsKey(it.Key)).ToList();
        if (changes.Find(it => GetKind(settings[it.Key]) != GetKind(it.Value)) is { Key: { } name })
            return ApiError.BadRequest($"The setting {name} is of another type.");
        foreach (var (key, value) in changes)
            settings[key] = value?.DeepClone();
        return Json.Result(CreateSettings(call));
    }

    private static JsonObject CreateSettings(ApiCall call)
    {
        var json = new JsonObject { ["_id"] = GetSettingsId(call.Person) };
        foreach (var (name, value) in call.State.UserSettings.Get(call.Person))
            json[name] = value?.DeepClone();
        json["companyPolicy"] = new JsonObject
        {
            ["user"] = new JsonObject { ["denyFeatures"] = new JsonObject { ["attachment"] = false } },
        };
        return json;
    }

    private static JsonValueKind GetKind(JsonNode? value) => value?.GetValueKind() switch
    {
        null => JsonValueKind.Null,
        JsonValueKind.True => JsonValueKind.False,
        var kind => kind.Value,
    };

    private static string GetSettingsId(Person person) => Derived.ObjectId(0, "settings " + person.SpacesId);
}
