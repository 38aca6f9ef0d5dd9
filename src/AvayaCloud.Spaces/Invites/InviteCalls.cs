namespace AvayaCloud.Spaces;

/// <summary>New spaces, and invitations [wire 4.3].</summary>
public sealed class InviteCalls
{
    private readonly ApiCaller _caller;
    private readonly IInvitesApi _api;

    internal InviteCalls(ApiCaller caller) => (_caller, _api) = (caller, caller.Api<IInvitesApi>());

    /// <summary>Makes a group; the caller is its admin [seed 3 spaces.create].</summary>
    /// <param name="actAs">For service apps: the address of whom the space shall belong to [seed 3 spaces.create.actas].</param>
    public async Task<SpacesOutcome<InvitationResult>> CreateSpaceAsync(
        NewSpace space, string? actAs = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(space);
        var request = space.Invitation.ToRequest(new NewTopic { Title = space.Title, Description = space.Description });
        var outcome = await _caller.GetAsync([], () => _api.CreateSpaceAsync(request, actAs, cancellationToken), cancellationToken);
        return outcome is SpacesOutcome<InvitationResult>.Ok { Value.SpaceId: "" }
            ? new SpacesOutcome<InvitationResult>.InvalidResponse("A space without an id.")
            : outcome;
    }

    /// <summary>[seed 3 spaces.invite.write, docs D/api/spaces/spaces_spaceid_invite]</summary>
    public Task<SpacesOutcome<InvitationResult>> InviteAsync(
        string spaceId, Invitation invitation, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(invitation);
        var request = invitation.ToRequest();
        return _caller.GetAsync([spaceId], () => _api.InviteAsync(spaceId, request, cancellationToken), cancellationToken);
    }

    /// <summary>Follows an invitation; its role is given [docs A/api/spaces/spaces_invites_inviteid_join].</summary>
    public Task<SpacesOutcome<SpaceDetails>> JoinAsync(
        string inviteId, string? pin = null, CancellationToken cancellationToken = default) =>
        _caller.GetObjectAsync([inviteId], () => _api.JoinAsync(inviteId, pin, cancellationToken), cancellationToken);
}

/// <summary>New spaces and invitations into them, as on the wire [wire 4.3].</summary>
[Headers("Accept: application/json")]
internal interface IInvitesApi
{
    /// <summary>[seed 3] spaces.create, and spaces.create.actas with the header [docs D/api/spaces/spaces_invite]</summary>
    [Post("/spaces/invite")]
    Task<IApiResponse<InvitationResult>> CreateSpaceAsync(
        [Body] InvitationRequest request, [Header("X-Avaya-Act-As")] string? actAs, CancellationToken cancellationToken);

    [Post("/spaces/{spaceId}/invite")]
    Task<IApiResponse<InvitationResult>> InviteAsync(string spaceId, [Body] InvitationRequest request, CancellationToken cancellationToken);

    [Get("/spaces/invites/{inviteId}/join")]
    Task<IApiResponse<Envelope<SpaceDetails>>> JoinAsync(
        string inviteId, [Header(PinHeader.Name)] string? pin, CancellationToken cancellationToken);
}
