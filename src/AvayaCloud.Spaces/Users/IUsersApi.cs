using Refit;

namespace AvayaCloud.Spaces;

/// <summary>The person themselves and other people, as on the wire [wire 4.2].</summary>
[Headers("Accept: application/json")]
internal interface IUsersApi
{
    /// <summary>[seed 1] step 7, [docs D/api/users/users_me]</summary>
    [Get("/users/me")]
    Task<IApiResponse<User>> GetMeAsync(CancellationToken cancellationToken);

    /// <summary>[repo SDK]</summary>
    [Get("/users/me/settings")]
    Task<IApiResponse<Envelope<UserSettings>>> GetSettingsAsync(CancellationToken cancellationToken);

    /// <summary>[docs D/api/users/users_me_settings_id]</summary>
    [Post("/users/me/settings/{settingsId}"), Headers(Idempotent.Mark)]
    Task<IApiResponse<Envelope<UserSettings>>> ChangeSettingsAsync(string settingsId, [Body] UserSettingsChange change, CancellationToken cancellationToken);

    /// <summary>[seed 3] users.search, [docs D/api/users/users_userid_colleagues]</summary>
    [Get("/users/me/colleagues")]
    Task<IApiResponse<Page<User>>> GetColleaguesAsync(string? search, [AliasAs("accountid")] string? accountId, int? size, int? page, CancellationToken cancellationToken);

    /// <summary>[seed 3] users.search.bulk, [docs A/api/users/users_userid_colleaguesbulk]</summary>
    [Post("/users/me/colleaguesbulk"), Headers(Idempotent.Mark)]
    Task<IApiResponse<Page<User>>> FindColleaguesAsync([Body] IReadOnlyList<string> emails, CancellationToken cancellationToken);

    /// <summary>[docs D/api/users/users_userid_people_withdm]</summary>
    [Get("/users/me/people/withdm")]
    Task<IApiResponse<Page<User>>> GetPeopleWithDirectAsync(string? search, int? size, int? page, CancellationToken cancellationToken);

    /// <summary>[docs D/api/users/users_meetingroom_email]</summary>
    [Get("/users/meetingroom/{email}")]
    Task<IApiResponse<Envelope<SpaceDetails>>> GetPersonalRoomAsync(string email, CancellationToken cancellationToken);

    /// <summary>[seed 3] accounts.users.bulk.write, service apps only [docs D/api/accounts/accounts_bulkupdate]</summary>
    [Post("/users/bulkupdate")]
    Task<IApiResponse<Page<BulkResult>>> BulkUpdateAsync([Body] IReadOnlyList<BulkOperation> operations, CancellationToken cancellationToken);
}
