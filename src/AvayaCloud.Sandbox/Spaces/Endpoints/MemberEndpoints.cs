namespace AvayaCloud.Sandbox.Spaces;

/// <summary>Who is in a space: list, join, roles, leave [wire 4.3].</summary>
internal static class MemberEndpoints
{
    private const string AttendeePath = "/spaces/{spaceId}/attendees/{attendeeType}/{attendee}";

    private static readonly ApiAnswer NoDoor = ApiAnswer.Forbidden("Nobody comes to or leaves a direct space.", "space.direct");
    private static readonly ApiAnswer LastAdmin = ApiAnswer.Conflict("A space needs an admin.", "space.last.admin");

    public static void Map(ApiRoutes api)
    {
        api.Get("/spaces/{spaceId}/members", Members);
        api.Get("/spaces/{spaceId}/join", Join);
        api.Post(AttendeePath, call => On(call, SetRole));
        api.Delete(AttendeePath, call => On(call, Remove));
    }

    private static ApiAnswer Members(ApiCall call) => call.In(Right.Read, (space, _) =>
    {
        var search = call.Search();
        var found = space.Attendees.Where(it => search(it.Person.DisplayName) || search(it.Person.Username)).ToList();
        return PagesByNumber.Of(call, found, 30, it => SpaceJson.Member(it, space, call.Address));
    });

    /// <summary>Colleagues of the creator come as members, others as guests [guess]; who is in stays what they are.</summary>
    private static ApiAnswer Join(ApiCall call)
    {
        if (call.State.Spaces.Find(call.Route("spaceId")) is not { } space)
            return ApiAnswer.NotFound;
        var role = space.Kind == SpaceKind.Group && call.Person.IsColleagueOf(space.Creator) ? Role.Member : Role.Guest;
        return Enter(call, space, role)
            ?? ApiAnswer.Ok(new JsonObject { ["topic"] = SpaceEndpoints.Of(call, call.State.Spaces.Join(space.Id, call.Person, role)) });
    }

    /// <summary>Null when the door is open.</summary>
    public static ApiAnswer? Enter(ApiCall call, Space space, string role)
    {
        if (space.RoleOf(call.Person) is Role.Admin or Role.Member)
            return Rights.Refusal(space, call.Caller, Right.Read, call.Pin);
        if (space.Kind == SpaceKind.Direct)
            return NoDoor;
        if (space.Status == SpaceStatus.Archived)
            return ApiAnswer.Forbidden("This space is archived.", "space.archived");
        if (space.Settings.MemberOnly && space.Find(call.Person) is null && role == Role.Guest)
            return ApiAnswer.Forbidden("Only members come into this space.", "space.members.only");
        return Rights.PinRefusal(space, call.Pin);
    }

    // Adds who is not there; not for anonymous ones [docs D/api/spaces/spaces_spaceid_attendees_attendeetype_attendee__post].
    private static ApiAnswer SetRole(ApiCall call, Space space, string id)
    {
        if (call.Body.Text("role") is not (Role.Admin or Role.Member) and not null || call.Body.Text("role") is not { } role)
            return ApiAnswer.BadRequest("The role is neither admin nor member.");
        if (Rights.Refusal(space, call.Caller, Right.Administer, call.Pin) is { } refused)
            return refused;
        if (space.Kind != SpaceKind.Group)
            return space.Kind == SpaceKind.Direct ? NoDoor : ApiAnswer.Forbidden("A personal room has guests only.", "space.personal");
        if (call.State.People.Find(id) is not { } person)
            return ApiAnswer.NotFound;
        if (person.IsAnonymous)
            return ApiAnswer.BadRequest("Guests without an account have no other role.");
        if (role != Role.Admin && IsLastAdmin(space, id))
            return LastAdmin;
        call.State.Spaces.SetRole(space.Id, person, role);
        return ApiAnswer.Ok(new JsonObject { ["attendee"] = id, ["attendeeType"] = "userId", ["role"] = role });
    }

    /// <summary>Oneself may go; others an admin sends.</summary>
    private static ApiAnswer Remove(ApiCall call, Space space, string id)
    {
        if (space.Kind == SpaceKind.Direct)
            return NoDoor;
        if (id != call.Person.SpacesId && Rights.Refusal(space, call.Caller, Right.Administer, call.Pin) is { } refused)
            return refused;
        if (space.Find(id) is null)
            return ApiAnswer.NotFound;
        if (IsLastAdmin(space, id))
            return LastAdmin;
        call.State.Spaces.Leave(space.Id, id);
        return ApiAnswer.Ok(new JsonObject { ["attendee"] = id, ["attendeeType"] = "userId" });
    }

    private static ApiAnswer On(ApiCall call, Func<ApiCall, Space, string, ApiAnswer> answer)
    {
        // In either case: userId and userid are both on record [wire 7.11].
        if (call.Route("attendeeType").ToUpperInvariant() is not ("USERID" or "ANONYMOUSID"))
            return ApiAnswer.BadRequest("The type of attendee is neither userid nor anonymousid.");
        return call.In(Right.Read, (space, _) => answer(call, space, call.Route("attendee")));
    }

    private static bool IsLastAdmin(Space space, string id) =>
        space.Find(id)?.Role == Role.Admin && space.Attendees.Count(it => it.Role == Role.Admin) == 1;
}
