namespace AvayaCloud.Sandbox.State;

/// <summary>Invitations by the id that their link shows [docs D/guides/invitations].</summary>
internal sealed class InviteStore(StateClock clock, ObjectIds ids)
{
    private readonly ConcurrentDictionary<string, Invite> _invites = new(StringComparer.Ordinal);

    public Invite Make(Space space, string invitee, string role)
    {
        var invite = new Invite(ids.Next(clock.Next()), space.Id, invitee, role);
        _invites[invite.Id] = invite;
        return invite;
    }

    public Invite? Find(string id) => _invites.GetValueOrDefault(id);

    public void Clear() => _invites.Clear();
}

/// <param name="Invitee">An e-mail address or a user id, as it was given.</param>
internal sealed record Invite(string Id, string SpaceId, string Invitee, string Role);
