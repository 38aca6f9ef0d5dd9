namespace AvayaCloud.Spaces;

/// <summary>Spaces and their members [wire 4.1, 4.3].</summary>
public sealed class SpaceCalls
{
    private readonly ApiCaller<ISpacesApi> _api;

    internal SpaceCalls(ApiCaller<ISpacesApi> api) => _api = api;

    /// <summary>One page: the first, or the one that the query points to [seed 3 spaces.list, docs D/api/users/users_me_spaces].</summary>
    public Task<SpacesOutcome<Page<Space>>> GetPageAsync(SpacesQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return _api.CallAsync([], (api, ct) => api.GetMySpacesAsync(new MySpacesParameters(query), ct), cancellationToken);
    }

    /// <summary>The user's spaces, page by page. A page that failed is the last one [seed 3 spaces.list].</summary>
    public IAsyncEnumerable<SpacesOutcome<Page<Space>>> ListAsync(SpacesQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return _api.PaginateAsync([], (api, ct) => api.GetMySpacesAsync(new MySpacesParameters(query), ct), cancellationToken);
    }

    /// <summary>A space with its settings [seed 3 spaces.settings.read].</summary>
    /// <param name="pin">For a protected space. If it is missing or wrong, the outcome is <see cref="SpacesErrorKind.Forbidden"/>.</param>
    public Task<SpacesOutcome<SpaceDetails>> GetAsync(string spaceId, string? pin = null, CancellationToken cancellationToken = default) =>
        _api.CallForObjectAsync([spaceId], (api, ct) => api.GetAsync(spaceId, pin, ct), cancellationToken);

    /// <summary>For admins [seed 3 spaces.settings.write, docs A/api/spaces/spaces_spaceid__post].</summary>
    public Task<SpacesOutcome<SpaceDetails>> ChangeAsync(
        string spaceId, SpaceChange change, CancellationToken cancellationToken = default) =>
        _api.CallForObjectAsync([spaceId], (api, ct) => api.ChangeAsync(spaceId, change, ct), cancellationToken);

    /// <summary>Admins only [seed 3 spaces.delete].</summary>
    public Task<SpacesOutcome<NoContent>> DeleteAsync(string spaceId, CancellationToken cancellationToken = default) =>
        _api.CallForNoContentAsync([spaceId], (api, ct) => api.DeleteAsync(spaceId, ct), cancellationToken);

    /// <summary>Makes a space read-only and visible to admins only [docs D/api/spaces/spaces_spaceid_archive].</summary>
    public Task<SpacesOutcome<NoContent>> ArchiveAsync(string spaceId, CancellationToken cancellationToken = default) =>
        _api.CallForNoContentAsync([spaceId], (api, ct) => api.ArchiveAsync(spaceId, EmptyBody.Instance, ct), cancellationToken);

    /// <summary>Gets or creates a direct space [seed 3 spaces.direct.create, docs D/api/spaces/spaces_direct_usertype_userid].</summary>
    public Task<SpacesOutcome<SpaceDetails>> GetDirectAsync(
        string userId, bool isAnonymous = false, CancellationToken cancellationToken = default) =>
        _api.CallForObjectAsync(
            [userId], (api, ct) => api.GetDirectAsync(isAnonymous ? "anonymous" : "user", userId, ct), cancellationToken);

    /// <summary>[docs D/api/spaces/spaces_spaceid_join].</summary>
    public Task<SpacesOutcome<SpaceDetails>> JoinAsync(string spaceId, string? pin = null, CancellationToken cancellationToken = default) =>
        _api.CallForObjectAsync([spaceId], (api, ct) => api.JoinAsync(spaceId, pin, ct), cancellationToken);

    /// <summary>The members, page by page [docs D/api/spaces/spaces_spaceid_members].</summary>
    /// <param name="search">A regular expression: pass a user's own text through <see cref="SpacesSearch.Literal"/>.</param>
    /// <param name="page">The first page to read, from 0.</param>
    public IAsyncEnumerable<SpacesOutcome<Page<Member>>> ListMembersAsync(
        string spaceId, string? search = null, int? size = null, int? page = null, CancellationToken cancellationToken = default) =>
        _api.PaginateAsync([spaceId], (api, ct) => api.GetMembersAsync(spaceId, search, size, page, ct), cancellationToken);

    /// <summary>Also adds new members [docs D/api/spaces/spaces_spaceid_attendees_attendeetype_attendee__post].</summary>
    public Task<SpacesOutcome<MemberRole>> SetRoleAsync(
        string spaceId, string userId, SpaceRole role, CancellationToken cancellationToken = default)
    {
        var change = new RoleChange(role.ToWire());
        return _api.CallForObjectAsync([spaceId, userId], (api, ct) => api.SetRoleAsync(spaceId, userId, change, ct), cancellationToken);
    }

    /// <summary>Spaces with recent activity, page by page [docs D/api/spaces/activitiesrecord_spaces].</summary>
    public IAsyncEnumerable<SpacesOutcome<Page<SpaceActivity>>> ListActivitiesAsync(
        SpaceActivityQuery? query = null, CancellationToken cancellationToken = default)
    {
        query ??= new SpaceActivityQuery();
        var after = query.After?.ToUnixTimeMilliseconds();
        var before = query.Before?.ToUnixTimeMilliseconds();
        return _api.PaginateAsync(
            [], (api, ct) => api.GetActivitiesAsync(query.Kind.ToWire(), after, before, query.Size, ct), cancellationToken);
    }

    /// <summary>Removes a user, or leaves the space [docs D/api/spaces/spaces_spaceid_attendees_attendeetype_attendee__delete].</summary>
    public Task<SpacesOutcome<NoContent>> RemoveAsync(string spaceId, string userId, CancellationToken cancellationToken = default) =>
        _api.CallForNoContentAsync([spaceId, userId], (api, ct) => api.RemoveAsync(spaceId, userId, ct), cancellationToken);

    /// <summary>The user's own pin and notification [docs A/api/users/users_me_spaces_spaceid_preference].</summary>
    public Task<SpacesOutcome<NoContent>> SetPreferenceAsync(
        string spaceId, SpacePreference preference, CancellationToken cancellationToken = default) =>
        _api.CallForNoContentAsync([spaceId], (api, ct) => api.SetPreferenceAsync(spaceId, preference, ct), cancellationToken);

    /// <summary>[repo LT k6/src/chat.js]</summary>
    public Task<SpacesOutcome<NoContent>> MarkReadAsync(string spaceId, CancellationToken cancellationToken = default) =>
        _api.CallForNoContentAsync([spaceId], (api, ct) => api.MarkReadAsync(spaceId, EmptyBody.Instance, ct), cancellationToken);
}
