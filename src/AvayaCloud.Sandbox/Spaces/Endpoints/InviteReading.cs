namespace AvayaCloud.Sandbox.Spaces;

/// <summary>Who is invited, as what, and who tells them.</summary>
internal sealed record Invitation(IReadOnlyList<(string Invitee, string Role, Person? Person)> Invitees, string Channel);

internal static class InviteReading
{
    /// <summary>Null with a reason.</summary>
    public static Invitation? Read(ApiCall call, bool needsInvitees, out string problem)
    {
        problem = "";
        var sent = call.Body.List("invitees");
        var channel = call.Body.Text("informChannel") ?? "server";
        var invitees = new List<(string, string, Person?)>();
        foreach (var one in sent ?? [])
        {
            // userId and userid are both on record [wire 4.3].
            bool? isEmail = (one.Text("inviteeType") ?? "email").ToUpperInvariant() switch
            {
                "EMAIL" => true,
                "USERID" => false,
                _ => null,
            };
            var (invitee, role) = (one.Text("invitee")?.Trim() ?? "", one.Text("role") ?? Role.Member);
            var person = isEmail == true ? call.State.People.FindByEmail(invitee) : FindKnown(call, invitee);
            if (isEmail is null)
                problem = "An inviteeType is neither email nor userId.";
            else if (!Role.IsKnown(role))
                problem = "A role is neither admin, member nor guest.";
            else if (isEmail == true ? !IsAddress(invitee) : person is null)
                problem = "An invitee is not known.";
            invitees.Add((invitee, role, person));
        }

        if (needsInvitees && invitees.Count == 0)
            problem = "There are no invitees.";
        else if (channel is not ("server" or "client" or "outlook"))
            problem = "The informChannel is not known.";
        return problem.Length > 0 ? null : new Invitation(invitees, channel);
    }

    private static Person? FindKnown(ApiCall call, string id) =>
        call.State.People.Find(id) is { IsAnonymous: false } known ? known : null;

    public static bool IsAddress(string text) =>
        text.Length <= 254
            && text.IndexOf('@', StringComparison.Ordinal) is > 0 and var at
            && at < text.Length - 1
            && !text.Any(it => char.IsWhiteSpace(it) || char.IsControl(it));
}
