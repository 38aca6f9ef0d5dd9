namespace AvayaCloud.Sandbox.Spaces;

/// <summary>Who one is, one's switches, and what a space is to oneself alone [wire 4.2].</summary>
internal static class MyselfEndpoints
{
    public static void Map(ApiRoutes api)
    {
        api.Get("/users/me", call => ApiAnswer.Ok(UserJson.Of(call.Person, call.Address)));
        api.Get("/users/me/settings", call => ApiAnswer.Ok(new JsonObject { ["data"] = new JsonArray(Settings(call)) }));
        api.Post("/users/me/settings/{settingsId}", ChangeSettings);
        api.Post("/users/me/spaces/{spaceId}/preference", Prefer);
        api.Post("/users/me/spaces/{spaceId}/markread", call => call.In(Right.Read, (space, _) =>
        {
            call.State.Spaces.MarkRead(space.Id, call.Person);
            return ApiAnswer.Ok(new JsonObject());
        }));
        // Shapes unknown [repo LT k6/src/join.js].
        api.Get(
            "/users/{userId}/statistics",
            call => ApiAnswer.Ok(new JsonObject { ["data"] = new JsonObject { ["spaces"] = call.State.Spaces.Of(call.Person).Count } }));
        api.Get("/users/me/featuresrollout", _ => ApiAnswer.Ok(new JsonObject { ["data"] = new JsonArray() }));
    }

    private static ApiAnswer ChangeSettings(ApiCall call)
    {
        if (call.Route("settingsId") != IdOf(call.Person))
            return ApiAnswer.NotFound;
        if (call.Body is not JsonObject body)
            return ApiAnswer.BadRequest("The body is no object.");
        var known = call.State.People.SettingsOf(call.Person).Values;
        foreach (var (name, value) in body)
        {
            // Each keeps its type; those that nobody knows are ignored.
            if (known.TryGetValue(name, out var now) && KindOf(now) != KindOf(value))
                return ApiAnswer.BadRequest($"The setting {name} is of another type.");
        }

        call.State.People.SetSettings(
            call.Person,
            settings => body.Where(it => known.ContainsKey(it.Key)).Aggregate(settings, (all, it) => all.With(it.Key, it.Value)));
        return ApiAnswer.Ok(Settings(call));
    }

    private static ApiAnswer Prefer(ApiCall call) => call.In(Right.Read, (space, _) =>
    {
        if (call.Body is not JsonObject body)
            return ApiAnswer.BadRequest("The body is no object.");
        var changed = call.State.Spaces.Mark(space.Id, call.Person, own => own with
        {
            IsPinned = body.Flag("isPinned") ?? own.IsPinned,
            Notification = body.Text("notification") ?? own.Notification,
        });
        var mark = changed.Find(call.Person)!;
        // [docs A/api/users/users_me_spaces_spaceid_preference]; the ids are one's own and the space's.
        return ApiAnswer.Ok(new JsonObject
        {
            ["_id"] = new string([.. space.Id.Reverse()]),
            ["targetId"] = space.Id,
            ["userId"] = call.Person.SpacesId,
            ["status"] = 0,
            ["unread"] = mark.IsUnread,
            ["isPinned"] = mark.IsPinned,
            ["notification"] = mark.Notification,
        });
    });

    private static JsonObject Settings(ApiCall call)
    {
        var json = new JsonObject { ["_id"] = IdOf(call.Person) };
        foreach (var (name, value) in call.State.People.SettingsOf(call.Person).Values)
            json[name] = value?.DeepClone();
        json["companyPolicy"] = new JsonObject
        {
            ["user"] = new JsonObject { ["denyFeatures"] = new JsonObject { ["attachment"] = false } },
        };
        return json;
    }

    private static string KindOf(JsonNode? value) =>
        value is null ? "null" : value.GetValueKind() is System.Text.Json.JsonValueKind.True ? "False" : value.GetValueKind().ToString();

    private static string IdOf(Person person) => Derived.ObjectId(0, "settings " + person.SpacesId);
}
