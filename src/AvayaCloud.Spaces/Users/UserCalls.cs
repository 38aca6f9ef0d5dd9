namespace AvayaCloud.Spaces;

/// <summary>The user's own account and other users [wire 4.2].</summary>
public sealed class UserCalls
{
    /// <summary>For one call; longer lists are split [docs A/api/users/users_userid_colleaguesbulk].</summary>
    public const int MaxEmails = 50;

    private readonly ApiCaller<IUsersApi> _api;

    internal UserCalls(ApiCaller<IUsersApi> api) => _api = api;

    /// <summary>The user's own account [seed 1].</summary>
    public async Task<SpacesOutcome<User>> GetMeAsync(CancellationToken cancellationToken = default)
    {
        var outcome = await _api.CallAsync([], (api, ct) => api.GetMeAsync(ct), cancellationToken);
        return outcome.Require(it => it.Id.Length > 0, "The user has no id.");
    }

    /// <summary>[repo SDK]</summary>
    public Task<SpacesOutcome<UserSettings>> GetSettingsAsync(CancellationToken cancellationToken = default) =>
        _api.CallForObjectAsync([], (api, ct) => api.GetSettingsAsync(ct), cancellationToken);

    /// <param name="settingsId">The id from <see cref="GetSettingsAsync"/> [docs D/api/users/users_me_settings_id].</param>
    public Task<SpacesOutcome<UserSettings>> ChangeSettingsAsync(
        string settingsId, UserSettingsChange change, CancellationToken cancellationToken = default) =>
        _api.CallForObjectAsync([settingsId], (api, ct) => api.ChangeSettingsAsync(settingsId, change, ct), cancellationToken);

    /// <summary>Users of the same company or space, page by page [seed 3, docs D/api/users/users_userid_colleagues].</summary>
    /// <param name="search">A regular expression: pass a user's own text through <see cref="SpacesSearch.Literal"/>.</param>
    /// <param name="page">The first page to read, from 0.</param>
    public IAsyncEnumerable<SpacesOutcome<Page<User>>> ListColleaguesAsync(
        string? search = null, int? size = null, int? page = null, CancellationToken cancellationToken = default) =>
        _api.PaginateAsync([], (api, ct) => api.GetColleaguesAsync(search, accountId: null, size, page, ct), cancellationToken);

    /// <summary>One colleague; not found if that user is not a colleague [docs same: accountid].</summary>
    public async Task<SpacesOutcome<User>> GetColleagueAsync(string userId, CancellationToken cancellationToken = default)
    {
        var outcome = await _api.CallAsync(
            [userId], (api, ct) => api.GetColleaguesAsync(search: null, userId, size: 1, page: null, ct), cancellationToken);
        return outcome.Then<User>(page => page.Items.FirstOrDefault(it => it.Id == userId) is { } user
            ? new SpacesOutcome<User>.Ok(user)
            : SpacesError.NotFound);
    }

    /// <returns>Only the colleagues that were found [seed 3, docs A/api/users/users_userid_colleaguesbulk].</returns>
    public async Task<SpacesOutcome<IReadOnlyList<User>>> FindColleaguesAsync(
        IEnumerable<string> emails, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(emails);
        List<User> found = [];
        foreach (var batch in emails.Distinct(StringComparer.OrdinalIgnoreCase).Chunk(MaxEmails))
        {
            var outcome = await _api.CallAsync([], (api, ct) => api.FindColleaguesAsync(batch, ct), cancellationToken);
            if (outcome is not SpacesOutcome<Page<User>>.Ok(var page))
                return outcome.Error!;
            found.AddRange(page.Items);
        }

        return new SpacesOutcome<IReadOnlyList<User>>.Ok([.. found.DistinctBy(it => it.Id)]);
    }

    /// <summary>Users with whom there is a direct space, including hidden ones [docs D/api/users/users_userid_people_withdm].</summary>
    public IAsyncEnumerable<SpacesOutcome<Page<User>>> ListPeopleWithDirectAsync(
        string? search = null, int? size = null, CancellationToken cancellationToken = default) =>
        _api.PaginateAsync([], (api, ct) => api.GetPeopleWithDirectAsync(search, size, ct), cancellationToken);

    /// <summary>A user's personal meeting room [docs D/api/users/users_meetingroom_email].</summary>
    public Task<SpacesOutcome<SpaceDetails>> GetPersonalRoomAsync(string email, CancellationToken cancellationToken = default) =>
        email?.Contains('@', StringComparison.Ordinal) == true
            ? _api.CallForObjectAsync([], (api, ct) => api.GetPersonalRoomAsync(email, ct), cancellationToken)
            : Task.FromResult<SpacesOutcome<SpaceDetails>>(SpacesError.NotFound);

    /// <summary>Changes one to ten accounts of the company; service apps only [seed 3 accounts.users.bulk.write]. Nothing is sent if an
    /// operation is invalid. Each operation has its own result [docs D/api/accounts/accounts_bulkupdate].</summary>
    public async Task<SpacesOutcome<IReadOnlyList<BulkResult>>> BulkUpdateAsync(
        IEnumerable<BulkOperation> operations, CancellationToken cancellationToken = default)
    {
        BulkOperation[] all = [.. operations];
        if (all.Length is 0 or > BulkOperation.MaxPerCall)
            return SpacesError.Rejected(400, "There are no operations, or more than ten.");
        foreach (var (index, operation) in all.Index())
        {
            if (operation.Validate() is { } error)
                return SpacesError.Rejected(400, $"Operation {index + 1}: {error}");
        }

        var outcome = await _api.CallAsync([], (api, ct) => api.BulkUpdateAsync(all, ct), cancellationToken);
        return outcome.Then<IReadOnlyList<BulkResult>>(page => new SpacesOutcome<IReadOnlyList<BulkResult>>.Ok(page.Items));
    }
}
