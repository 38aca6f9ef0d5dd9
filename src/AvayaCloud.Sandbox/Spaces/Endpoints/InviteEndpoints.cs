namespace AvayaCloud.Sandbox.Spaces;

/// <summary>New spaces, and invitations to spaces [wire 4.3].</summary>
internal static class InviteEndpoints
{
    private const string ActAsHeader = "X-Avaya-Act-As";

    public static void Map(ApiRoutes api)
    {
        api.Map(
            HttpMethods.Post, "/spaces/invite", Create,
            request => request.Headers.ContainsKey(ActAsHeader) ? "spaces.create.actas" : "spaces.create");
        api.Post("/spaces/{spaceId}/invite", Invite, scope: "spaces.invite.write");
        api.Get("/spaces/invites/{inviteId}/join", Join);
    }

    private static IResult Create(ApiCall call)
    {
        var topic = call.Body.GetMember("topic");
        if (topic.GetString("title")?.Trim() is not { Length: > 0 and <= 255 } title)
            return ApiError.BadRequest("The topic has no title, or its title is too long.");
        if (topic.GetString("type") is not (null or "group"))
            return ApiError.BadRequest("Only groups can be created here.");
        if (call.IsGuest)
            return ApiError.Forbidden("Guests cannot have spaces.");
        if (Invitation.Parse(call, out var error) is not { } invitation)
            return ApiError.BadRequest(error);
        if (FindOwner(call) is not { } owner)
            return ApiError.Forbidden("There is no user of that address for whom you may act.", "actas.denied");
        var space = call.State.Spaces.Create(owner, title, topic.GetString("description") ?? "");
        return Send(call, space, invitation);
    }

    private static IResult Invite(ApiCall call) =>
        call.InSpace(
            call.IsServiceApp ? Permission.Administer : Permission.Contribute, (space, own) => Invite(call, space, own));

    private static IResult Invite(ApiCall call, Space space, Attendee own)
    {
        if (Invitation.Parse(call, out var error) is not { } invitation)
            return ApiError.BadRequest(error);
        if (invitation.Invitees.Count == 0)
            return ApiError.BadRequest("There are no invitees.");
        if (space.Status == SpaceStatus.Archived)
            return Permissions.Archived;
        if (space.Kind == SpaceKind.Direct)
            return Permissions.IsDirect;
        // The owner of a room may invite guests only [docs D/guides/personal-meeting-room]. Admins invite at any role [wire 6].
        var isBeyondRoom = space.Kind == SpaceKind.Personal && invitation.Invitees.Any(it => it.Role != Role.Guest);
        var isBeyondOwnRole = own.Role != Role.Admin && invitation.Invitees.Any(it => it.Role == Role.Admin);
        return isBeyondRoom || isBeyondOwnRole
            ? ApiError.Forbidden("You cannot invite with that role.")
            : Send(call, space, invitation);
    }

    private static IResult Join(ApiCall call)
    {
        if (call.State.Invites.Find(call.Route("inviteId")) is not { } invite)
            return ApiError.NotFound;
        // A caller without an account becomes a guest, whatever the invite says [docs A/api/spaces/spaces_invites_inviteid_join].
        return MemberEndpoints.Join(call, invite.SpaceId, _ => call.IsGuest ? Role.Guest : invite.Role);
    }

    /// <summary>Users of Spaces are members at once, others when they follow the link [docs D/api/spaces/spaces_spaceid_invite].</summary>
    private static IResult Send(ApiCall call, Space space, Invitation invitation)
    {
        var data = new JsonArray();
        var link = "/spaces/" + space.Id;
        foreach (var (invitee, role, user) in invitation.Invitees)
        {
            var invite = call.State.Invites.Add(space, invitee, role);
            if (user is not null)
                call.State.Spaces.AddMember(space, user, role);
            if (data.Count == 0)
                link = $"/spaces/invites/{invite.Id}/join";
            data.Add(new JsonObject { ["topicId"] = space.Id, ["inviteId"] = invite.Id, ["invitee"] = invitee, ["role"] = role });
        }

        // Without invitees, the response still contains the id of the space [repo LT k6/src/create-meeting.js].
        if (data.Count == 0)
            data.Add(new JsonObject { ["topicId"] = space.Id });
        var json = new JsonObject { ["data"] = data };
        if (invitation.Channel == "client")
            json["inviteContent"] = new JsonObject { ["text"] = $"<p>Join: {call.Address.For(link)}</p>" };
        return Json.Result(json);
    }

    /// <summary>To act as a user, a service app and the user need the same domain [docs D/api/spaces/spaces_invite]. The header of other
    /// callers is rejected [guess].</summary>
    private static Person? FindOwner(ApiCall call)
    {
        if (call.Request.Headers[ActAsHeader].FirstOrDefault() is not { } email)
            return call.Person;
        var isAllowed = call.IsServiceApp && call.Person.Emails.Any(it => EmailAddress.HaveSameDomain(it.Value, email));
        return isAllowed ? call.State.People.FindByEmail(email) : null;
    }
}
