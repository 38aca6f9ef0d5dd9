namespace AvayaCloud.Sandbox.Spaces;

/// <summary>New spaces and invitations into them [wire 4.3].</summary>
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

    private static ApiAnswer Create(ApiCall call)
    {
        var topic = call.Body.Member("topic");
        if (topic.Text("title")?.Trim() is not { Length: > 0 and <= 255 } title)
            return ApiAnswer.BadRequest("The topic has no title, or too long a one.");
        if (topic.Text("type") is not (null or "group"))
            return ApiAnswer.BadRequest("Only groups are made like this.");
        if (call.Caller is Caller.Guest)
            return ApiAnswer.Forbidden("Guests cannot have spaces.");
        if (InviteReading.Read(call, needsInvitees: false, out var problem) is not { } invitation)
            return ApiAnswer.BadRequest(problem);
        if (Owner(call) is not { } owner)
            return ApiAnswer.Forbidden("There is nobody of that address for whom you may act.", "actas.denied");
        var space = call.State.Spaces.Create(owner, title, topic.Text("description") ?? "");
        return ApiAnswer.Ok(Send(call, space, invitation));
    }

    private static ApiAnswer Invite(ApiCall call) =>
        call.In(call.Caller is Caller.ServiceApp ? Right.Administer : Right.Contribute, (space, own) =>
    {
        if (InviteReading.Read(call, needsInvitees: true, out var problem) is not { } invitation)
            return ApiAnswer.BadRequest(problem);
        if (space.Status == SpaceStatus.Archived)
            return ApiAnswer.Forbidden("Nobody is invited into an archived space.", "space.archived");
        if (space.Kind == SpaceKind.Direct)
            return ApiAnswer.Forbidden("Nobody comes to a direct space.", "space.direct");
        // Its owner may invite guests only [docs D/guides/personal-meeting-room]; admins invite at any role [wire 6].
        var isBeyondPersonal = space.Kind == SpaceKind.Personal && invitation.Invitees.Any(it => it.Role != Role.Guest);
        var isBeyondOwn = own.Role != Role.Admin && invitation.Invitees.Any(it => it.Role == Role.Admin);
        if (isBeyondPersonal || isBeyondOwn)
            return ApiAnswer.Forbidden("You cannot invite into that role.");
        return ApiAnswer.Ok(Send(call, space, invitation));
    });

    private static ApiAnswer Join(ApiCall call)
    {
        if (call.State.Invites.Find(call.Route("inviteId")) is not { } invite || call.State.Spaces.Find(invite.SpaceId) is not { } space)
            return ApiAnswer.NotFound;
        // Without an account one is a guest whatever the invite says [docs A/api/spaces/spaces_invites_inviteid_join].
        var role = call.Caller is Caller.Guest ? Role.Guest : invite.Role;
        return MemberEndpoints.Enter(call, space, role)
            ?? ApiAnswer.Ok(new JsonObject { ["topic"] = SpaceEndpoints.Of(call, call.State.Spaces.Join(space.Id, call.Person, role)) });
    }

    /// <summary>Whom Spaces knows is in at once, the others when they follow the link [docs D/api/spaces/spaces_spaceid_invite].</summary>
    private static JsonObject Send(ApiCall call, Space space, Invitation invitation)
    {
        var data = new JsonArray();
        var links = new List<string>();
        foreach (var (invitee, role, person) in invitation.Invitees)
        {
            var invite = call.State.Invites.Make(space, invitee, role);
            if (person is not null)
                call.State.Spaces.Join(space.Id, person, role);
            data.Add(new JsonObject { ["topicId"] = space.Id, ["inviteId"] = invite.Id, ["invitee"] = invitee, ["role"] = role });
            links.Add(call.Address.For($"/spaces/invites/{invite.Id}/join"));
        }

        // With nobody invited there is still the space's id to tell [repo LT k6/src/create-meeting.js].
        if (data.Count == 0)
            data.Add(new JsonObject { ["topicId"] = space.Id });
        var json = new JsonObject { ["data"] = data };
        if (invitation.Channel == "client")
        {
            json["inviteContent"] = new JsonObject
            {
                ["text"] = $"<p>Join: {links.FirstOrDefault() ?? call.Address.For("/spaces/" + space.Id)}</p>",
            };
        }

        return json;
    }

    /// <summary>
    /// Act-as wants a service app, and a user whose domain is its account's [docs D/api/spaces/spaces_invite]; whoever sends it otherwise
    /// is refused [guess].
    /// </summary>
    private static Person? Owner(ApiCall call)
    {
        if (call.Request.Headers[ActAsHeader].FirstOrDefault() is not { } email)
            return call.Person;
        return call.Caller is Caller.ServiceApp && call.Person.Emails.Any(it => Domain(it.Value) == Domain(email))
            ? call.State.People.FindByEmail(email)
            : null;
    }

    private static string Domain(string email) => email[(email.LastIndexOf('@') + 1)..].ToUpperInvariant();
}
