namespace AvayaCloud.Spaces;

/// <summary>New spaces and invitations [wire 4.3].</summary>
public sealed class InviteCalls
{
    private readonly ApiCaller<IInvitesApi> _api;

    internal InviteCalls(ApiCaller<IInvitesApi> api) => _api = api;

    /// <summary>Creates a group space with the caller as its admin [seed 3 spaces.create, docs D/api/spaces/spaces_invite].</summary>
    /// <param name="actAs">For service apps: the e-mail address of the user who will own the space [seed 3 spaces.create.actas].</param>
    public async Task<SpacesOutcome<InvitationResult>> CreateSpaceAsync(
        NewSpace space, string? actAs = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(space);
        var request = space.Invitation with { Space = space };
        var outcome = await _api.CallAsync([], (api, ct) => api.CreateSpaceAsync(request, actAs, ct), cancellationToken);
        return outcome.Require(it => it.SpaceId.Length > 0, "The space has no id.");
    }

    /// <summary>[seed 3 spaces.invite.write, docs D/api/spaces/spaces_spaceid_invite]</summary>
    public Task<SpacesOutcome<InvitationResult>> InviteAsync(
        string spaceId, Invitation invitation, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(invitation);
        return _api.CallAsync([spaceId], (api, ct) => api.InviteAsync(spaceId, invitation, ct), cancellationToken);
    }

    /// <summary>Accepts an invitation, with the role that it gives [docs A/api/spaces/spaces_invites_inviteid_join].</summary>
    public Task<SpacesOutcome<SpaceDetails>> JoinAsync(
        string inviteId, string? pin = null, CancellationToken cancellationToken = default) =>
        _api.CallForObjectAsync([inviteId], (api, ct) => api.JoinAsync(inviteId, pin, ct), cancellationToken);
}

/// <summary>New spaces and invitations [wire 4.3].</summary>
[Headers("Accept: application/json")]
internal interface IInvitesApi
{
    [Post("/spaces/invite")]
    Task<IApiResponse<InvitationResult>> CreateSpaceAsync(
        [Body] Invitation invitation, [Header("X-Avaya-Act-As")] string? actAs, CancellationToken cancellationToken);

    [Post("/spaces/{spaceId}/invite")]
    Task<IApiResponse<InvitationResult>> InviteAsync(string spaceId, [Body] Invitation invitation, CancellationToken cancellationToken);

    [Get("/spaces/invites/{inviteId}/join")]
    Task<IApiResponse<Envelope<SpaceDetails>>> JoinAsync(
        string inviteId, [Header(PinHeader.Name)] string? pin, CancellationToken cancellationToken);
}
