namespace AvayaCloud.Sandbox.Spaces;

/// <summary>An invitation as it is sent.</summary>
/// <param name="Channel">Who informs the invitees: the server, the client or Outlook.</param>
internal sealed record Invitation(IReadOnlyList<(string Invitee, string Role, Person? User)> Invitees, string Channel)
{
    /// <summary>Null with an error.</summary>
    public static Invitation? Parse(ApiCall call, out string error)
    {
        error = "";
        var invitees = new List<(string, string, Person?)>();
        foreach (var json in call.Body.GetArray("invitees") ?? [])
        {
            var invitee = json.GetString("invitee")?.Trim() ?? "";
            var role = json.GetString("role") ?? Role.Member;
            var user = FindUser(call.State.People, json.GetString("inviteeType") ?? "email", invitee, ref error);
            if (!Role.IsKnown(role))
                error = "A role is neither admin, member nor guest.";
            invitees.Add((invitee, role, user));
        }

        var channel = call.Body.GetString("informChannel") ?? "server";
        if (channel is not ("server" or "client" or "outlook"))
            error = "The informChannel is not known.";
        return error.Length > 0 ? null : new Invitation(invitees, channel);
    }

    private static Person? FindUser(PeopleStore people, string type, string invitee, ref string error)
    {
        // userId and userid are both documented [wire 4.3].
        switch (type.ToUpperInvariant())
        {
            case "EMAIL" when EmailAddress.IsValid(invitee):
                return people.FindByEmail(invitee);
            case "USERID" when people.Find(invitee) is { IsAnonymous: false } user:
                return user;
            case "EMAIL" or "USERID":
                error = "An invitee is not known.";
                return null;
            default:
                error = "An inviteeType is neither email nor userId.";
                return null;
        }
    }
}
