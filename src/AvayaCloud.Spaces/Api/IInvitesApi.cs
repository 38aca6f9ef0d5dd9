using Refit;

namespace AvayaCloud.Spaces;

/// <summary>New spaces and invitations into them, as on the wire [wire 4.3].</summary>
[Headers("Accept: application/json")]
public interface IInvitesApi
{
    /// <summary>[seed 3] spaces.create, and spaces.create.actas with the header [docs D/api/spaces/spaces_invite]</summary>
    [Post("/spaces/invite")]
    Task<IApiResponse<InvitationAnswer>> CreateSpaceAsync(
        [Body] InvitationRequest request, [Header("X-Avaya-Act-As")] string? actAs, CancellationToken cancellationToken);

    /// <summary>[seed 3] spaces.invite.write, [docs D/api/spaces/spaces_spaceid_invite]</summary>
    [Post("/spaces/{spaceId}/invite")]
    Task<IApiResponse<InvitationAnswer>> InviteAsync(string spaceId, [Body] InvitationRequest request, CancellationToken cancellationToken);

    /// <summary>[docs A/api/spaces/spaces_invites_inviteid_join]</summary>
    [Get("/spaces/invites/{inviteId}/join")]
    Task<IApiResponse<Envelope<SpaceDetails>>> JoinAsync(
        string inviteId, [Header(PinHeader.Name)] string? pin, CancellationToken cancellationToken);
}
