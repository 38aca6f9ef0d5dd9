namespace AvayaCloud.Sandbox.State;

/// <summary>Invitations by the id in their link [docs D/guides/invitations].</summary>
internal sealed class InviteStore(StateClock clock, ObjectIds ids)
{
    private readonly Dictionary<string, Invite> _invites = new(StringComparer.Ordinal);

    public Invite Add(Space space, string invitee, string role)
    {
        var invite = new Invite(ids.Next(clock.Next()), space.Id, invitee, role);
        _invites[invite.Id] = invite;
        return invite;
    }

    public Invite? Find(string id) => _invites.GetValueOrDefault(id);

    public void Clear() => _invites.Clear();
}

/// <param name="Invitee">An email address or a user id, as it was sent.</param>
internal sealed record Invite(string Id, string SpaceId, string Invitee, string Role);
