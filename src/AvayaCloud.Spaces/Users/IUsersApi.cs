namespace AvayaCloud.Spaces;

/// <summary>The user's own account and other users [wire 4.2].</summary>
[Headers("Accept: application/json")]
internal interface IUsersApi
{
    [Get("/users/me")]
    Task<IApiResponse<User>> GetMeAsync(CancellationToken cancellationToken);

    [Get("/users/me/settings")]
    Task<IApiResponse<Envelope<UserSettings>>> GetSettingsAsync(CancellationToken cancellationToken);

    [Post("/users/me/settings/{settingsId}"), Headers(Idempotent.Mark)]
    Task<IApiResponse<Envelope<UserSettings>>> ChangeSettingsAsync(
        string settingsId, [Body] UserSettingsChange change, CancellationToken cancellationToken);

    [Get("/users/me/colleagues")]
    Task<IApiResponse<Page<User>>> GetColleaguesAsync(
        string? search, [AliasAs("accountid")] string? accountId, int? size, int? page, CancellationToken cancellationToken);

    [Post("/users/me/colleaguesbulk"), Headers(Idempotent.Mark)]
    Task<IApiResponse<Page<User>>> FindColleaguesAsync([Body] IReadOnlyList<string> emails, CancellationToken cancellationToken);

    [Get("/users/me/people/withdm")]
    Task<IApiResponse<Page<User>>> GetPeopleWithDirectAsync(string? search, int? size, CancellationToken cancellationToken);

    [Get("/users/meetingroom/{email}")]
    Task<IApiResponse<Envelope<SpaceDetails>>> GetPersonalRoomAsync(string email, CancellationToken cancellationToken);

    [Post("/users/bulkupdate")]
    Task<IApiResponse<Page<BulkResult>>> BulkUpdateAsync(
        [Body] IReadOnlyList<BulkOperation> operations, CancellationToken cancellationToken);
}
