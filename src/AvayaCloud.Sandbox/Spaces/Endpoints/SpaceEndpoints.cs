namespace AvayaCloud.Sandbox.Spaces;

/// <summary>A space: settings, archive, delete; and the spaces that the system creates: direct and personal [wire 4.1, 4.3].</summary>
internal static class SpaceEndpoints
{
    public static void Map(ApiRoutes api)
    {
        api.Get("/spaces/{spaceId}", Get, scope: "spaces.settings.read");
        api.Post("/spaces/{spaceId}", Change, scope: "spaces.settings.write");
        api.Delete("/spaces/{spaceId}", Delete, scope: "spaces.delete");
        api.Post("/spaces/{spaceId}/archive", call => SetStatus(call, SpaceStatus.Archived));
        // Only that members must join again is documented [docs D/api/spaces/spaces_spaceid_archive] [guess].
        api.Post("/spaces/{spaceId}/unarchive", call => SetStatus(call, SpaceStatus.Normal));
        api.Get("/spaces/direct/{userType}/{userId}", GetDirect, scope: "spaces.direct.create");
        api.Get("/users/meetingroom/{email}", GetPersonalRoom);
    }

    public static JsonObject CreateJson(ApiCall call, Space space) =>
        SpaceJson.Create(Membership.Create(space, call.Person), call.Address);

    private static IResult Result(ApiCall call, Space space) => Json.Result(CreateJson(call, space));

    /// <summary>A service app reads the settings of a space in which its account is admin [seed 3].</summary>
    private static IResult Get(ApiCall call) =>
        call.InSpace(call.IsServiceApp ? Permission.Administer : Permission.Read, (space, _) => Result(call, space));

    private static IResult Change(ApiCall call) => call.InSpace(Permission.Administer, (space, _) =>
        SpaceSettingsParser.Parse(call.Body, space, out var error) is { } changed
            ? Result(call, call.State.Spaces.Update(changed))
            : ApiError.BadRequest(error));

    private static IResult Delete(ApiCall call) => call.InSpace(Permission.Administer, (space, _) => space.Kind == SpaceKind.Group
        ? Result(call, call.State.Spaces.Update(space with { Status = SpaceStatus.Deleted }))
        : ApiError.Forbidden("Only groups can be deleted.", "space.kind"));

    private static IResult SetStatus(ApiCall call, SpaceStatus status) => call.InSpace(Permission.Administer, (space, _) =>
    {
        if (space.Kind != SpaceKind.Group)
            return ApiError.Forbidden("Only groups can be archived.", "space.kind");
        if (space.Status == status)
            return ApiError.Conflict("The space already has that status.", "space.status");
        if (status == SpaceStatus.Normal)
        {
            foreach (var member in space.Attendees.Where(it => it.Role != Role.Admin))
                space = call.State.Spaces.RemoveMember(space, member);
        }

        return Result(call, call.State.Spaces.Update(space with { Status = status }));
    });

    /// <summary>Returns the direct space of two users, and creates it the first time. The two share a company or have shared a space; a
    /// guest is connected right now [docs D/api/spaces/spaces_direct_usertype_userid].</summary>
    private static IResult GetDirect(ApiCall call)
    {
        var type = call.Route("userType").ToUpperInvariant();
        if (type is not ("USER" or "ANONYMOUS"))
            return ApiError.BadRequest("The type of user is neither user nor anonymous.");
        if (call.IsGuest)
            return ApiError.Forbidden("Guests cannot have spaces.");
        if (call.State.People.Find(call.Route("userId")) is not { } other || other.IsAnonymous != (type == "ANONYMOUS"))
            return ApiError.NotFound;
        if (other.SpacesId == call.Person.SpacesId)
            return ApiError.BadRequest("A direct space is between two users.");
        if (other.IsAnonymous && !IsConnected(call, other))
            return ApiError.Forbidden("This guest is in none of your spaces at the moment.");
        if (!Colleagues.Includes(call.State, call.Person, other))
            return ApiError.Forbidden("The two of you have neither a company nor a space in common.");
        var space = call.State.Spaces.GetOrCreateDirect(call.Person, other);
        return Json.Result(new JsonObject { ["data"] = new JsonArray(CreateJson(call, space)) });
    }

    private static bool IsConnected(ApiCall call, Person guest)
    {
        var subscriptions = call.Request.HttpContext.RequestServices.GetRequiredService<ISubscriptions>();
        return call.State.Spaces.GetFor(call.Person).Any(it => subscriptions.IsSubscribed(guest, it.Space.Id));
    }

    private static IResult GetPersonalRoom(ApiCall call)
    {
        if (call.State.People.FindByEmail(call.Route("email")) is not { } owner)
            return ApiError.NotFound;
        return Colleagues.Includes(call.State, call.Person, owner)
            ? Json.Result(new JsonObject { ["data"] = CreateJson(call, call.State.Spaces.GetOrCreatePersonalRoom(owner)) })
            : ApiError.Forbidden("This is not a user you know.");
    }
}
