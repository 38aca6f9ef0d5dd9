namespace AvayaCloud.Spaces;

/// <summary>Meetings of a space [wire 4.5].</summary>
public sealed class MeetingCalls
{
    private readonly ApiCaller<IMeetingsApi> _api;

    internal MeetingCalls(ApiCaller<IMeetingsApi> api) => _api = api;

    /// <summary>Past meetings and the current one [repo SDK].</summary>
    public IAsyncEnumerable<SpacesOutcome<Page<Meeting>>> ListAsync(
        string spaceId, int? size = null, CancellationToken cancellationToken = default) =>
        _api.PaginateAsync([spaceId], (api, ct) => api.GetAsync(spaceId, size, ct), cancellationToken);

    /// <summary>The current meeting; not found if there is none [repo LT].</summary>
    public Task<SpacesOutcome<Meeting>> GetActiveAsync(string spaceId, CancellationToken cancellationToken = default) =>
        _api.CallForObjectAsync([spaceId], (api, ct) => api.GetActiveAsync(spaceId, ct), cancellationToken);

    /// <summary>What a client needs to join at the media servers [repo LT k6/src/mpaas.js].</summary>
    public Task<SpacesOutcome<MediaSession>> GetSessionAsync(string spaceId, CancellationToken cancellationToken = default) =>
        _api.CallForObjectAsync([spaceId], (api, ct) => api.GetSessionAsync(spaceId, ct), cancellationToken);

    /// <summary>Ends a meeting for all attendees [repo SDK].</summary>
    public Task<SpacesOutcome<NoContent>> EndAsync(string spaceId, string meetingId, CancellationToken cancellationToken = default) =>
        _api.CallForNoContentAsync(
            [spaceId, meetingId], (api, ct) => api.EndAsync(spaceId, meetingId, EmptyBody.Instance, ct), cancellationToken);

    /// <summary>[repo SDK]</summary>
    public Task<SpacesOutcome<NoContent>> MuteAllAsync(
        string spaceId, string meetingId, IReadOnlyList<string>? except = null, CancellationToken cancellationToken = default) =>
        _api.CallForNoContentAsync(
            [spaceId, meetingId], (api, ct) => api.MuteAllAsync(spaceId, meetingId, new MuteAllRequest(except ?? []), ct),
            cancellationToken);

    /// <summary>[repo SDK]</summary>
    public Task<SpacesOutcome<NoContent>> StartRecordingAsync(
        string spaceId, string meetingId, CancellationToken cancellationToken = default) =>
        _api.CallForNoContentAsync(
            [spaceId, meetingId], (api, ct) => api.StartRecordingAsync(spaceId, meetingId, EmptyBody.Instance, ct),
            cancellationToken);

    /// <summary>[repo SDK]</summary>
    public Task<SpacesOutcome<NoContent>> StopRecordingAsync(
        string spaceId, string meetingId, string recordingId, CancellationToken cancellationToken = default) =>
        _api.CallForNoContentAsync(
            [spaceId, meetingId, recordingId],
            (api, ct) => api.StopRecordingAsync(spaceId, meetingId, recordingId, EmptyBody.Instance, ct), cancellationToken);
}
