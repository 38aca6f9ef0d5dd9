namespace AvayaCloud.Sandbox.Spaces;

/// <summary>The members of a space: list, join, roles, leave [wire 4.3].</summary>
internal static class MemberEndpoints
{
    private const string AttendeePath = "/spaces/{spaceId}/attendees/{attendeeType}/{attendee}";

    private static readonly ApiError DirectIsClosed = ApiError.Forbidden("A direct space keeps its two members.", "space.direct");
    private static readonly ApiError LastAdmin = ApiError.Conflict("A space needs an admin.", "space.last.admin");

    public static void Map(ApiRoutes api)
    {
        api.Get("/spaces/{spaceId}/members", List);
        api.Get("/spaces/{spaceId}/join", call => Join(call, call.Route("spaceId"), space => GetRole(space, call.Person)));
        api.Post(AttendeePath, call => InAttendee(call, SetRole));
        api.Delete(AttendeePath, call => InAttendee(call, Remove));
    }

    public static IResult Join(ApiCall call, string spaceId, Func<Space, string> getRole)
    {
        if (call.State.Spaces.Find(spaceId) is not { } space)
            return ApiError.NotFound;
        var role = getRole(space);
        if (CheckJoin(call, space, role) is { } error)
            return error;
        var joined = call.State.Spaces.AddMember(space, call.Person, role);
        return Json.Result(new JsonObject { ["topic"] = SpaceEndpoints.CreateJson(call, joined) });
    }

    private static IResult List(ApiCall call) => call.InSpace(Permission.Read, (space, _) =>
    {
        var search = call.QuerySearch();
        var found = space.Attendees.Where(it => search(it.Person.DisplayName) || search(it.Person.Username)).ToList();
        return NumberedPages.Create(call, found, 30, it => SpaceJson.Member(it, space, call.Address));
    });

    // Colleagues of the creator become members, others guests [guess].
    private static string GetRole(Space space, Person person) =>
        space.Kind == SpaceKind.Group && person.IsInCompanyOf(space.Creator) ? Role.Member : Role.Guest;

    private static ApiError? CheckJoin(ApiCall call, Space space, string role) => space.Find(call.Person) switch
    {
        { Role: Role.Admin or Role.Member } => call.Check(space, Permission.Read),
        _ when space.Kind == SpaceKind.Direct => DirectIsClosed,
        _ when space.Status == SpaceStatus.Archived => Permissions.Archived,
        null when space.Settings.MemberOnly && role == Role.Guest =>
            ApiError.Forbidden("Only members may join this space.", "space.members.only"),
        _ => Permissions.CheckPin(space, call.Pin),
    };

    // Adds a user who is not a member yet. Anonymous guests have no other role
    // [docs D/api/spaces/spaces_spaceid_attendees_attendeetype_attendee__post].
    private static IResult SetRole(ApiCall call, Space space, string id)
    {
        var role = call.Body.GetString("role");
        if (role is not (Role.Admin or Role.Member))
            return ApiError.BadRequest("The role is neither admin nor member.");
        if (call.Check(space, Permission.Administer) is { } error)
            return error;
        if (space.Kind == SpaceKind.Direct)
            return DirectIsClosed;
        if (space.Kind == SpaceKind.Personal)
            return ApiError.Forbidden("A personal room has guests only.", "space.personal");
        if (call.State.People.Find(id) is not { } person)
            return ApiError.NotFound;
        if (person.IsAnonymous)
            return ApiError.BadRequest("Guests without an account have no other role.");
        if (role != Role.Admin && IsLastAdmin(space, id))
            return LastAdmin;
        call.State.Spaces.SetRole(space, person, role);
        return Json.Result(new JsonObject { ["attendee"] = id, ["attendeeType"] = "userId", ["role"] = role });
    }

    /// <summary>Members may leave. To remove another member, the caller needs to be an admin.</summary>
    private static IResult Remove(ApiCall call, Space space, string id)
    {
        if (space.Kind == SpaceKind.Direct)
            return DirectIsClosed;
        if (id != call.Person.SpacesId && call.Check(space, Permission.Administer) is { } error)
            return error;
        if (space.Find(id) is not { } attendee)
            return ApiError.NotFound;
        if (IsLastAdmin(space, id))
            return LastAdmin;
        call.State.Spaces.RemoveMember(space, attendee);
        return Json.Result(new JsonObject { ["attendee"] = id, ["attendeeType"] = "userId" });
    }

    private static IResult InAttendee(ApiCall call, Func<ApiCall, Space, string, IResult> handle)
    {
        // In either case: userId and userid are both documented [wire 7.11].
        if (call.Route("attendeeType").ToUpperInvariant() is not ("USERID" or "ANONYMOUSID"))
            return ApiError.BadRequest("The type of attendee is neither userid nor anonymousid.");
        return call.InSpace(Permission.Read, (space, _) => handle(call, space, call.Route("attendee")));
    }

    private static bool IsLastAdmin(Space space, string id) =>
        space.Find(id)?.Role == Role.Admin && space.Attendees.Count(it => it.Role == Role.Admin) == 1;
}
