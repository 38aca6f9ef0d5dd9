namespace AvayaCloud.Sandbox.Spaces;

/// <summary>A space itself: opened, settled, archived, deleted; and the ones that come by themselves [wire 4.1, 4.3].</summary>
internal static class SpaceEndpoints
{
    public static void Map(ApiRoutes api)
    {
        api.Get("/users/me/spaces", SpaceListEndpoint.List, scope: "spaces.list");
        api.Get(
            "/spaces/{spaceId}",
            call => call.In(ForApps(call, Right.Read), (space, _) => Bare(call, space)), scope: "spaces.settings.read");
        api.Post("/spaces/{spaceId}", Change, scope: "spaces.settings.write");
        api.Delete("/spaces/{spaceId}", Delete, scope: "spaces.delete");
        api.Post("/spaces/{spaceId}/archive", call => Archive(call, SpaceStatus.Archived));
        // That and how one comes back is not on record but that members must rejoin [docs D/api/spaces/spaces_spaceid_archive] [guess].
        api.Post("/spaces/{spaceId}/unarchive", call => Archive(call, SpaceStatus.Normal));
        api.Get("/spaces/direct/{userType}/{userId}", Direct, scope: "spaces.direct.create");
        api.Get("/users/meetingroom/{email}", PersonalRoom);
    }

    public static ApiAnswer Bare(ApiCall call, Space space) => ApiAnswer.Ok(Of(call, space));

    public static JsonObject Of(ApiCall call, Space space) => SpaceJson.Of(MySpace.Of(space, call.Person), call.Address);

    /// <summary>A service app reads settings where its account is admin [seed 3].</summary>
    private static Right ForApps(ApiCall call, Right people) => call.Caller is Caller.ServiceApp ? Right.Administer : people;

    private static ApiAnswer Change(ApiCall call) => call.In(Right.Administer, (space, _) =>
        SettingsReading.Read(call.Body, space, out var problem) is { } changed
            ? Bare(call, call.State.Spaces.Change(space.Id, now => changed(now)))
            : ApiAnswer.BadRequest(problem));

    private static ApiAnswer Delete(ApiCall call) => call.In(Right.Administer, (space, _) => space.Kind == SpaceKind.Group
        ? Bare(call, call.State.Spaces.Change(space.Id, now => now with { Status = SpaceStatus.Deleted }))
        : ApiAnswer.Forbidden("Only groups can be deleted.", "space.kind"));

    /// <summary>Members must come in again after it is brought back [docs D/api/spaces/spaces_spaceid_archive].</summary>
    private static ApiAnswer Archive(ApiCall call, SpaceStatus status) => call.In(Right.Administer, (space, _) =>
    {
        if (space.Kind != SpaceKind.Group)
            return ApiAnswer.Forbidden("Only groups can be archived.", "space.kind");
        if (space.Status == status)
            return ApiAnswer.Conflict("The space is in that state already.", "space.status");
        if (status == SpaceStatus.Normal)
        {
            foreach (var member in space.Attendees.Where(it => it.Role != Role.Admin))
                call.State.Spaces.Leave(space.Id, member.Person.SpacesId);
        }

        return Bare(call, call.State.Spaces.Change(space.Id, now => now with { Status = status }));
    });

    /// <summary>
    /// Gets or makes; the two share a company or have shared a space, a guest is there right now [docs
    /// D/api/spaces/spaces_direct_usertype_userid].
    /// </summary>
    private static ApiAnswer Direct(ApiCall call)
    {
        var type = call.Route("userType").ToUpperInvariant();
        if (type is not ("USER" or "ANONYMOUS"))
            return ApiAnswer.BadRequest("The type of user is neither user nor anonymous.");
        if (call.Caller is Caller.Guest)
            return ApiAnswer.Forbidden("Guests cannot have spaces.");
        if (call.State.People.Find(call.Route("userId")) is not { } other || other.IsAnonymous != (type == "ANONYMOUS"))
            return ApiAnswer.NotFound;
        if (other.SpacesId == call.Person.SpacesId)
            return ApiAnswer.BadRequest("A direct space is between two.");
        if (other.IsAnonymous && !call.State.Spaces.Of(call.Person).Any(it => call.Listeners.Hears(other, it.Space.Id)))
            return ApiAnswer.Forbidden("This guest is in none of your spaces at the moment.");
        if (!Acquaintance.Of(call.Person, other, call.State))
            return ApiAnswer.Forbidden("The two of you have neither a company nor a space in common.");
        var space = call.State.Spaces.Direct(call.Person, other);
        return ApiAnswer.Ok(new JsonObject { ["data"] = new JsonArray(Of(call, space)) });
    }

    private static ApiAnswer PersonalRoom(ApiCall call)
    {
        if (call.State.People.FindByEmail(call.Route("email")) is not { } owner)
            return ApiAnswer.NotFound;
        return Acquaintance.Of(call.Person, owner, call.State)
            ? ApiAnswer.Ok(new JsonObject { ["data"] = Of(call, call.State.Spaces.PersonalRoom(owner)) })
            : ApiAnswer.Forbidden("This is nobody you know.");
    }
}
