namespace AvayaCloud.Spaces;

/// <summary>Spaces and who is in them [wire 4.1, 4.3].</summary>
public sealed class SpaceCalls
{
    private readonly ApiCaller _caller;
    private readonly ISpacesApi _api;

    internal SpaceCalls(ApiCaller caller) => (_caller, _api) = (caller, caller.Api<ISpacesApi>());

    /// <summary>
    /// One page of the person's spaces: the first one, or the one that <paramref name="query"/> points at [seed 3 spaces.list].
    /// </summary>
    public Task<SpacesOutcome<Page<Space>>> GetPageAsync(SpacesQuery query, CancellationToken cancellationToken = default)
    {
        var parameters = MySpacesParameters.From(query);
        return _caller.GetAsync([], () => _api.GetMySpacesAsync(parameters, cancellationToken), cancellationToken);
    }

    /// <summary>Page after page until the last; one that failed is the last, too [seed 3 spaces.list].</summary>
    public IAsyncEnumerable<SpacesOutcome<Page<Space>>> ListAsync(SpacesQuery query, CancellationToken cancellationToken = default)
    {
        var parameters = MySpacesParameters.From(query);
        return _caller.PaginateAsync([], () => _api.GetMySpacesAsync(parameters, cancellationToken), cancellationToken);
    }

    /// <summary>A space with its settings [seed 3 spaces.settings.read].</summary>
    /// <param name="pin">For a protected one. Without or with a wrong one the outcome is <see cref="SpacesOutcome{T}.Forbidden"/>.</param>
    public Task<SpacesOutcome<SpaceDetails>> GetAsync(string spaceId, string? pin = null, CancellationToken cancellationToken = default) =>
        _caller.GetObjectAsync([spaceId], () => _api.GetAsync(spaceId, pin, cancellationToken), cancellationToken);

    /// <summary>Title, settings, retention; admins only [seed 3 spaces.settings.write].</summary>
    public Task<SpacesOutcome<SpaceDetails>> ChangeAsync(
        string spaceId, SpaceChange change, CancellationToken cancellationToken = default) =>
        _caller.GetObjectAsync([spaceId], () => _api.ChangeAsync(spaceId, change, cancellationToken), cancellationToken);

    /// <summary>Admins only [seed 3 spaces.delete].</summary>
    public Task<SpacesOutcome<NoContent>> DeleteAsync(string spaceId, CancellationToken cancellationToken = default) =>
        _caller.NoContentAsync([spaceId], () => _api.DeleteAsync(spaceId, cancellationToken), cancellationToken);

    /// <summary>Read-only and for admins alone from then on [docs D/api/spaces/spaces_spaceid_archive].</summary>
    public Task<SpacesOutcome<NoContent>> ArchiveAsync(string spaceId, CancellationToken cancellationToken = default) =>
        _caller.NoContentAsync([spaceId], () => _api.ArchiveAsync(spaceId, EmptyBody.Instance, cancellationToken), cancellationToken);

    /// <summary>The space between the person and another one, made when there is none [seed 3 spaces.direct.create].</summary>
    public Task<SpacesOutcome<SpaceDetails>> GetDirectAsync(
        string userId, bool isAnonymous = false, CancellationToken cancellationToken = default) =>
        _caller.GetObjectAsync(
            [userId], () => _api.GetDirectAsync(isAnonymous ? "anonymous" : "user", userId, cancellationToken), cancellationToken);

    /// <summary>Comes in [docs D/api/spaces/spaces_spaceid_join].</summary>
    public Task<SpacesOutcome<SpaceDetails>> JoinAsync(string spaceId, string? pin = null, CancellationToken cancellationToken = default) =>
        _caller.GetObjectAsync([spaceId], () => _api.JoinAsync(spaceId, pin, cancellationToken), cancellationToken);

    /// <summary>Who is in it, page by page [docs D/api/spaces/spaces_spaceid_members].</summary>
    /// <param name="search">A regular expression to Avaya: give people's own words through <see cref="SpacesSearch.Literal"/>.</param>
    public IAsyncEnumerable<SpacesOutcome<Page<Member>>> ListMembersAsync(
        string spaceId, string? search = null, int? size = null, CancellationToken cancellationToken = default) =>
        _caller.PaginateAsync(
            [spaceId], () => _api.GetMembersAsync(spaceId, search, size, page: null, cancellationToken), cancellationToken);

    /// <summary>Admin or member; who is not in the space is added [docs
    /// D/api/spaces/spaces_spaceid_attendees_attendeetype_attendee__post].</summary>
    public Task<SpacesOutcome<MemberRole>> SetRoleAsync(
        string spaceId, string userId, SpaceRole role, CancellationToken cancellationToken = default)
    {
        var change = new RoleChange(role.ToWire());
        return _caller.GetObjectAsync(
            [spaceId, userId], () => _api.SetRoleAsync(spaceId, userId, change, cancellationToken), cancellationToken);
    }

    /// <summary>Where something happened, page by page [docs D/api/spaces/activitiesrecord_spaces].</summary>
    public IAsyncEnumerable<SpacesOutcome<Page<SpaceActivity>>> ListActivitiesAsync(
        SpaceActivityQuery? query = null, CancellationToken cancellationToken = default)
    {
        var (kind, after, before) = (query?.Kind.ToWire(), query?.After.ToWire(), query?.Before.ToWire());
        return _caller.PaginateAsync(
            [], () => _api.GetActivitiesAsync(kind, after, before, query?.Size, cancellationToken), cancellationToken);
    }

    /// <summary>Sends somebody away, or leaves [docs D/api/spaces/spaces_spaceid_attendees_attendeetype_attendee__delete].</summary>
    public Task<SpacesOutcome<NoContent>> RemoveAsync(string spaceId, string userId, CancellationToken cancellationToken = default) =>
        _caller.NoContentAsync([spaceId, userId], () => _api.RemoveAsync(spaceId, userId, cancellationToken), cancellationToken);

    /// <summary>Pin and notification, the person's own [docs A/api/users/users_me_spaces_spaceid_preference].</summary>
    public Task<SpacesOutcome<NoContent>> SetPreferenceAsync(
        string spaceId, SpacePreference preference, CancellationToken cancellationToken = default) =>
        _caller.NoContentAsync([spaceId], () => _api.SetPreferenceAsync(spaceId, preference, cancellationToken), cancellationToken);

    /// <summary>[repo LT k6/src/chat.js]</summary>
    public Task<SpacesOutcome<NoContent>> MarkReadAsync(string spaceId, CancellationToken cancellationToken = default) =>
        _caller.NoContentAsync([spaceId], () => _api.MarkReadAsync(spaceId, EmptyBody.Instance, cancellationToken), cancellationToken);
}
