namespace AvayaCloud.Spaces;

/// <summary>Spaces, their members, and the user's own view of a space [wire 4.1, 4.3].</summary>
[Headers("Accept: application/json")]
internal interface ISpacesApi
{
    [Get("/users/me/spaces")]
    Task<IApiResponse<Page<Space>>> GetMySpacesAsync([Query] MySpacesParameters parameters, CancellationToken cancellationToken);

    [Get("/spaces/{spaceId}")]
    Task<IApiResponse<Envelope<SpaceDetails>>> GetAsync(
        string spaceId, [Header(PinHeader.Name)] string? pin, CancellationToken cancellationToken);

    [Post("/spaces/{spaceId}"), Headers(Idempotent.Mark)]
    Task<IApiResponse<Envelope<SpaceDetails>>> ChangeAsync(string spaceId, [Body] SpaceChange change, CancellationToken cancellationToken);

    [Delete("/spaces/{spaceId}")]
    Task<IApiResponse<string>> DeleteAsync(string spaceId, CancellationToken cancellationToken);

    [Post("/spaces/{spaceId}/archive")]
    Task<IApiResponse<string>> ArchiveAsync(string spaceId, [Body] EmptyBody body, CancellationToken cancellationToken);

    [Get("/spaces/direct/{userType}/{userId}")]
    Task<IApiResponse<Envelope<SpaceDetails>>> GetDirectAsync(string userType, string userId, CancellationToken cancellationToken);

    [Get("/spaces/{spaceId}/join")]
    Task<IApiResponse<Envelope<SpaceDetails>>> JoinAsync(
        string spaceId, [Header(PinHeader.Name)] string? pin, CancellationToken cancellationToken);

    [Get("/activitiesrecord/spaces")]
    Task<IApiResponse<Page<SpaceActivity>>> GetActivitiesAsync(
        [AliasAs("spacetype")] string? kind, long? after, long? before, int? size, CancellationToken cancellationToken);

    [Get("/spaces/{spaceId}/members")]
    Task<IApiResponse<Page<Member>>> GetMembersAsync(
        string spaceId, string? search, int? size, int? page, CancellationToken cancellationToken);

    [Post("/spaces/{spaceId}/attendees/userid/{userId}"), Headers(Idempotent.Mark)]
    Task<IApiResponse<Envelope<MemberRole>>> SetRoleAsync(
        string spaceId, string userId, [Body] RoleChange change, CancellationToken cancellationToken);

    [Delete("/spaces/{spaceId}/attendees/userid/{userId}")]
    Task<IApiResponse<string>> RemoveAsync(string spaceId, string userId, CancellationToken cancellationToken);

    [Post("/users/me/spaces/{spaceId}/preference"), Headers(Idempotent.Mark)]
    Task<IApiResponse<string>> SetPreferenceAsync(string spaceId, [Body] SpacePreference preference, CancellationToken cancellationToken);

    [Post("/users/me/spaces/{spaceId}/markread"), Headers(Idempotent.Mark)]
    Task<IApiResponse<string>> MarkReadAsync(string spaceId, [Body] EmptyBody body, CancellationToken cancellationToken);
}
