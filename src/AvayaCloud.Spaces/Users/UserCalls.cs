namespace AvayaCloud.Spaces;

/// <summary>The person themselves and other people [wire 4.2].</summary>
public sealed class UserCalls
{
    /// <summary>Addresses in one call of <see cref="FindColleaguesAsync"/>; more are split [docs
    /// A/api/users/users_userid_colleaguesbulk].</summary>
    public const int MaxEmails = 50;

    private readonly ApiCaller _caller;
    private readonly IUsersApi _api;

    internal UserCalls(ApiCaller caller) => (_caller, _api) = (caller, caller.Api<IUsersApi>());

    /// <summary>The person themselves [seed 1].</summary>
    public async Task<SpacesOutcome<User>> GetMeAsync(CancellationToken cancellationToken = default)
    {
        var outcome = await _caller.GetAsync([], () => _api.GetMeAsync(cancellationToken), cancellationToken);
        return outcome is SpacesOutcome<User>.Ok { Value.Id: "" }
            ? new SpacesOutcome<User>.InvalidResponse("A person without an id.")
            : outcome;
    }

    /// <summary>The person's switches [repo SDK].</summary>
    public Task<SpacesOutcome<UserSettings>> GetSettingsAsync(CancellationToken cancellationToken = default) =>
        _caller.GetObjectAsync([], () => _api.GetSettingsAsync(cancellationToken), cancellationToken);

    /// <param name="settingsId">The id of <see cref="GetSettingsAsync"/> [docs D/api/users/users_me_settings_id].</param>
    public Task<SpacesOutcome<UserSettings>> ChangeSettingsAsync(
        string settingsId, UserSettingsChange change, CancellationToken cancellationToken = default) =>
        _caller.GetObjectAsync([settingsId], () => _api.ChangeSettingsAsync(settingsId, change, cancellationToken), cancellationToken);

    /// <summary>People of the same company or space, page by page [seed 3, docs D/api/users/users_userid_colleagues].</summary>
    /// <param name="search">A regular expression to Avaya: give people's own words through <see cref="SpacesSearch.Literal"/>.</param>
    public IAsyncEnumerable<SpacesOutcome<Page<User>>> ListColleaguesAsync(
        string? search = null, int? size = null, CancellationToken cancellationToken = default) =>
        _caller.PaginateAsync(
            [], () => _api.GetColleaguesAsync(search, accountId: null, size, page: null, cancellationToken), cancellationToken);

    /// <summary>The colleague of that id; not found when it is nobody one knows [docs same: accountid].</summary>
    public async Task<SpacesOutcome<User>> GetColleagueAsync(string userId, CancellationToken cancellationToken = default)
    {
        var outcome = await _caller.GetAsync(
            [userId], () => _api.GetColleaguesAsync(search: null, userId, size: 1, page: null, cancellationToken), cancellationToken);
        return outcome.Then<User>(
            page => page.Items.FirstOrDefault(it => it.Id == userId) is { } user
                ? new SpacesOutcome<User>.Ok(user)
                : new SpacesOutcome<User>.NotFound());
    }

    /// <summary>Who of these addresses is a colleague; those who are not are missing from the answer [seed 3, docs
    /// A/api/users/users_userid_colleaguesbulk].</summary>
    public async Task<SpacesOutcome<IReadOnlyList<User>>> FindColleaguesAsync(
        IEnumerable<string> emails, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(emails);
        List<User> found = [];
        foreach (var some in emails.Distinct(StringComparer.OrdinalIgnoreCase).Chunk(MaxEmails))
        {
            var outcome = await _caller.GetAsync([], () => _api.FindColleaguesAsync(some, cancellationToken), cancellationToken);
            if (outcome is not SpacesOutcome<Page<User>>.Ok(var page))
                return outcome.Then<IReadOnlyList<User>>(_ => throw new InvalidOperationException("Only failures come here."));
            found.AddRange(page.Items);
        }

        return new SpacesOutcome<IReadOnlyList<User>>.Ok([.. found.DistinctBy(it => it.Id)]);
    }

    /// <summary>Whom the person has a direct space with, hidden ones included [docs D/api/users/users_userid_people_withdm].</summary>
    public IAsyncEnumerable<SpacesOutcome<Page<User>>> ListPeopleWithDirectAsync(
        string? search = null, int? size = null, CancellationToken cancellationToken = default) =>
        _caller.PaginateAsync([], () => _api.GetPeopleWithDirectAsync(search, size, page: null, cancellationToken), cancellationToken);

    /// <summary>Somebody's personal meeting room [docs D/api/users/users_meetingroom_email].</summary>
    public Task<SpacesOutcome<SpaceDetails>> GetPersonalRoomAsync(string email, CancellationToken cancellationToken = default) =>
        email?.Contains('@', StringComparison.Ordinal) == true
            ? _caller.GetObjectAsync([], () => _api.GetPersonalRoomAsync(email, cancellationToken), cancellationToken)
            : Task.FromResult<SpacesOutcome<SpaceDetails>>(new SpacesOutcome<SpaceDetails>.NotFound());

    /// <summary>Accounts of the company, one to ten at a time; service apps only [seed 3, docs D/api/accounts/accounts_bulkupdate]. What
    /// Avaya would refuse is refused here and nothing is sent; what became of each stands in its own result.</summary>
    public async Task<SpacesOutcome<IReadOnlyList<BulkResult>>> BulkUpdateAsync(
        IEnumerable<BulkOperation> operations, CancellationToken cancellationToken = default)
    {
        BulkOperation[] all = [.. operations];
        if (all.Length is 0 or > BulkOperation.MaxPerCall)
            return new SpacesOutcome<IReadOnlyList<BulkResult>>.Rejected(400, "There are no operations, or more than ten.");
        var mistakes = all.Select((it, index) => (Index: index, Mistake: it.Mistake()));
        if (mistakes.FirstOrDefault(it => it.Mistake is not null) is { Mistake: { } mistake } wrong)
            return new SpacesOutcome<IReadOnlyList<BulkResult>>.Rejected(400, $"Operation {wrong.Index + 1}: {mistake}");
        var outcome = await _caller.GetAsync([], () => _api.BulkUpdateAsync(all, cancellationToken), cancellationToken);
        return outcome.Then<IReadOnlyList<BulkResult>>(page => new SpacesOutcome<IReadOnlyList<BulkResult>>.Ok(page.Items));
    }
}
